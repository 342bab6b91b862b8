import SLOKit
import Synchronization
import Testing

@testable import slo_cli

struct ProgressLineTests {
  /// A clock that a test turns.
  private final class Clock: Sendable {
    private let time = Mutex(100.0)

    var seconds: Double { time.withLock { $0 } }

    func advance(by seconds: Double) {
      time.withLock { $0 += seconds }
    }
  }

  private let captured = CapturedConsole()
  private let clock = Clock()

  private func line() -> ProgressLine {
    ProgressLine(on: captured.console().error) { [clock] in clock.seconds }
  }

  private func progress(_ megabytes: Int, pass: Int = 1) -> ReadingProgress {
    ReadingProgress(bytes: megabytes * 1_000_000, totalBytes: 400_000_000, pass: pass)
  }

  @Test func `short work shows nothing`() {
    let line = line()
    line.show(progress(1))
    clock.advance(by: 0.4)
    line.show(progress(300))
    line.clear()
    #expect(captured.error.isEmpty)
  }

  @Test func `long work shows a line ten times a second and takes it away`() {
    let line = line()
    line.show(progress(0))
    for _ in 1...4 {
      clock.advance(by: 0.5)
      line.show(progress(100))
      clock.advance(by: 0.05)
      line.show(progress(150))
    }
    line.clear()
    line.clear()
    let lines = captured.error.split(separator: "\r\u{1B}[K", omittingEmptySubsequences: false)
    #expect(lines.count == 6)
    #expect(lines[1] == "reading: 100 MB of 400 MB, 200 MB/s, 2 s left")
    #expect(lines.first == "" && lines.last == "")
  }

  @Test func `another pass is said and measured from its start`() {
    let line = line()
    line.show(progress(0))
    clock.advance(by: 10)
    line.show(progress(1, pass: 2))
    clock.advance(by: 2)
    line.show(progress(200, pass: 2))
    #expect(captured.error == "\r\u{1B}[Kreading: pass 2: 200 MB of 400 MB, 100 MB/s, 2 s left")
  }

  @Test func `a stream does not tell how much is left`() {
    let progress = ReadingProgress(bytes: 3_000_000_000, totalBytes: nil, pass: 1)
    #expect(progress.phrase(after: 4) == "3.00 GB, 750 MB/s")
  }
}
