import Glibc

/// Work must be linear in the input: a bound on the time of the processor, generous enough for a
/// slow machine and far below what a quadratic step takes on a long input.
enum WorkBound {
  private static let base = 0.1
  private static let perByte = 20e-6

  /// Runs `body`, and once more when it was slow: others may have had the processor's cache.
  static func check(byteCount: Int, _ body: () -> Void) {
    let bound = base + perByte * Double(byteCount)
    var fastest = Double.infinity
    for _ in 0..<3 where fastest > bound {
      let start = processorTime()
      body()
      fastest = min(fastest, processorTime() - start)
    }
    require(fastest <= bound, "\(byteCount) bytes take \(fastest) s, more than \(bound) s")
  }

  /// The time of all threads, in seconds.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
