/// The largest or the smallest value in a window; zero has no sign.
///
/// A queue of those values that nothing behind them outdoes (Lemire, 2006, "Streaming
/// maximum-minimum filter using no more than three comparisons per element", arXiv:cs/0610046): the
/// first one is the result. Amortised O(1) for each sample.
struct RollingExtreme: Sendable {
  private var queue: WindowQueue
  /// Turns the smallest value into the largest one.
  private let sign: Double

  /// The largest values over windows of `width`, or the smallest ones.
  init(width: Int64, isMinimum: Bool) {
    queue = WindowQueue(width: width)
    sign = isMinimum ? -1 : 1
  }

  /// The result up to a sample that has `value`, or NaN where it is NA; NaN when the window has no
  /// values.
  mutating func next(_ value: Double, at position: Int64) -> Double {
    while queue.removeFirst(beforeWindowTo: position) != nil {}
    if !value.isNaN {
      while let last = queue.last, last.value <= sign * value { queue.removeLast() }
      queue.append(sign * value, at: position)
    }
    return queue.first.map { sign * $0.value + 0 } ?? .nan
  }
}
