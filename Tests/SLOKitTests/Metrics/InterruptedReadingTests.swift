import Foundation
import Synchronization
import Testing

@testable import SLOKit

/// A signal that somebody handles ends a system call that waits, and nothing else.
struct InterruptedReadingTests {
  @Test func `a signal does not end the reading`() throws {
    var action = sigaction()
    #if os(macOS)
      action.__sigaction_u.__sa_handler = { _ in }
    #else
      action.__sigaction_handler.sa_handler = { _ in }
    #endif
    var before = sigaction()
    #expect(sigaction(SIGUSR1, &action, &before) == 0)
    defer { sigaction(SIGUSR1, &before, nil) }

    let pipe = Pipe()
    let path = "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)"
    let reader = Mutex<pthread_t?>(nil)
    let values = Mutex<[Double?]>([])
    let isDone = DispatchSemaphore(value: 0)
    let thread = Thread {
      reader.withLock { $0 = pthread_self() }
      let value = try? RuleSet.measuring("mean(x)").evaluate(.file(path)).phases[0].objectives[0]
      values.withLock { $0 = [value?.value] }
      isDone.signal()
    }
    thread.start()
    for text in ["x\n", "1\n", "3\n"] {
      for _ in 0..<10 {
        Thread.sleep(forTimeInterval: 0.01)
        if let reader = reader.withLock({ $0 }) { pthread_kill(reader, SIGUSR1) }
      }
      try pipe.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    }
    try pipe.fileHandleForWriting.close()
    isDone.wait()
    #expect(values.withLock { $0 } == [2])
  }
}
