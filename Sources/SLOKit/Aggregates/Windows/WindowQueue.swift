/// The values in a window that moves over the samples, in their order.
///
/// A window ends with a position, which is a time or the number of a sample, and reaches back to
/// the one `width` before it, not included: (t − w, t], as range vectors of Prometheus 3 and
/// windows of pandas with `closed="right"` have it.
struct WindowQueue: Sendable {
  struct Entry: Sendable {
    let position: Int64
    let value: Double
  }

  private let width: Int64
  /// Those before ``start`` have left; they are removed from time to time.
  private var entries: [Entry] = []
  private var start = 0

  init(width: Int64) {
    self.width = width
  }

  var isEmpty: Bool { start == entries.count }

  var count: Int { entries.count - start }

  var first: Entry? { isEmpty ? nil : entries[start] }

  var last: Entry? { isEmpty ? nil : entries[entries.count - 1] }

  mutating func append(_ value: Double, at position: Int64) {
    entries.append(Entry(position: position, value: value))
  }

  /// Removes the last value; there must be one.
  mutating func removeLast() {
    entries.removeLast()
  }

  /// Removes the first value and returns it when it is not in the window that ends at `position`.
  mutating func removeFirst(beforeWindowTo position: Int64) -> Double? {
    guard let first else { return nil }
    let (distance, overflow) = position.subtractingReportingOverflow(first.position)
    guard distance >= width || overflow else { return nil }
    start += 1
    if start >= Self.mostRemoved, 2 * start >= entries.count {
      entries.removeFirst(start)
      start = 0
    }
    return first.value
  }

  private static let mostRemoved = 1024
}
