import Synchronization

@testable import slo_cli

/// A console whose two streams end up in strings.
final class CapturedConsole: Sendable {
  private let outputText = Mutex("")
  private let errorText = Mutex("")

  var output: String { outputText.withLock { $0 } }
  var error: String { errorText.withLock { $0 } }

  /// The console to hand out; every write to its output ends with `failure` if there is one.
  func console(failure: SystemError? = nil) -> Console {
    Console(
      output: Console.Stream(isTerminal: false) { bytes throws(SystemError) in
        if let failure { throw failure }
        self.outputText.withLock { $0 += String(decoding: bytes, as: UTF8.self) }
      },
      error: Console.Stream(isTerminal: false) { bytes throws(SystemError) in
        self.errorText.withLock { $0 += String(decoding: bytes, as: UTF8.self) }
      },
      environment: { _ in nil }
    )
  }
}
