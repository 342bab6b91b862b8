/// The mean of the values in a window, rounded once.
///
/// The sum is exact, so that a value leaves it as if it had never been there.
struct RollingMean: Sendable {
  private var queue: WindowQueue
  /// Of the finite values.
  private var sum = ExactSum()
  /// An infinity cannot be taken from a sum, so they are counted.
  private var positiveInfinities = 0
  private var negativeInfinities = 0

  /// Over windows of `width`.
  init(width: Int64) {
    queue = WindowQueue(width: width)
  }

  /// The mean up to a sample that has `value`, or NaN where it is NA; NaN when the window has no
  /// values, or infinities of both signs.
  mutating func next(_ value: Double, at position: Int64) -> Double {
    while let old = queue.removeFirst(beforeWindowTo: position) { count(old, -1) }
    if !value.isNaN {
      queue.append(value, at: position)
      count(value, 1)
    }
    guard positiveInfinities == 0 || negativeInfinities == 0 else { return .nan }
    if positiveInfinities > 0 { return .infinity }
    if negativeInfinities > 0 { return -.infinity }
    return sum.mean(count: queue.count)
  }

  /// Takes a value in once, or out for a `sign` of −1.
  private mutating func count(_ value: Double, _ sign: Int) {
    if value.isFinite {
      sum.add(sign > 0 ? value : -value)
    } else if value > 0 {
      positiveInfinities += sign
    } else {
      negativeInfinities += sign
    }
  }
}
