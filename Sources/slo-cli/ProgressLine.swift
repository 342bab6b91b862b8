import SLOKit
import Synchronization

/// A line on a terminal that tells how far a long reading is, and is gone when it is done.
final class ProgressLine: Sendable {
  /// Shorter work is done before anybody could read about it.
  private static let firstDelay = 0.5
  private static let interval = 0.1
  private static let erase = "\r\u{1B}[K"

  private struct State: Sendable {
    var pass = 0
    var passStart = 0.0
    var nextTime: Double
    var isShown = false
  }

  private let stream: Console.Stream
  private let clock: @Sendable () -> Double
  private let state: Mutex<State>

  /// Creates a line on `stream`, which shows nothing yet; `clock` tells seconds.
  init(on stream: Console.Stream, clock: @escaping @Sendable () -> Double) {
    self.stream = stream
    self.clock = clock
    state = Mutex(State(nextTime: clock() + Self.firstDelay))
  }

  /// Shows how far the reading is, when the line is older than a moment.
  func show(_ progress: ReadingProgress) {
    let now = clock()
    state.withLock { state in
      if state.pass != progress.pass { (state.pass, state.passStart) = (progress.pass, now) }
      // The rate is that of this pass, so it takes a moment to know it.
      guard now >= state.nextTime, now > state.passStart else { return }
      state.nextTime = now + Self.interval
      state.isShown = true
      write(Self.erase + "reading: \(progress.phrase(after: now - state.passStart))")
    }
  }

  /// Takes the line away.
  func clear() {
    state.withLock { state in
      if state.isShown { write(Self.erase) }
      state.isShown = false
    }
  }

  /// There is nobody to tell that a line could not be shown.
  private func write(_ text: String) {
    try? stream.write(Array(text.utf8))
  }
}
