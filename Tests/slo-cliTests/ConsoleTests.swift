import Foundation
import Testing

@testable import slo_cli

struct ConsoleTests {
  @Test func `results and messages have each their stream`() {
    let captured = CapturedConsole()
    #expect(captured.console().print("result\n") == .proceed)
    captured.console().report("message")
    #expect(captured.output == "result\n")
    #expect(captured.error == "message\n")
  }

  @Test func `a reader that left changes no decision and is not mentioned`() {
    let captured = CapturedConsole()
    let status = captured.console(failure: .brokenPipe).print("result\n")
    #expect(ExitStatus.hold.merged(with: status) == .hold)
    #expect(captured.error.isEmpty)
  }

  @Test func `a result that cannot be written is a failure`() {
    let captured = CapturedConsole()
    #expect(captured.console(failure: .tooManyLinks).print("result\n") == .cannotCreate)
    #expect(captured.error.hasPrefix("error: cannot write to standard output: too many "))
  }

  @Test func `a pipe that takes little at a time and does not block gets everything`() throws {
    let pipe = Pipe()
    let writer = pipe.fileHandleForWriting
    #expect(fcntl(writer.fileDescriptor, F_SETFL, O_NONBLOCK) == 0)
    let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let number = writer.fileDescriptor
    let thread = Thread {
      try? Descriptor(number: number).write(bytes)
      try? writer.close()
    }
    thread.start()
    let received = try #require(try pipe.fileHandleForReading.readToEnd())
    #expect(Array(received) == bytes)
  }

  @Test func `a closed pipe is an error of its own`() throws {
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    Platform.prepareSignals()
    #expect(throws: SystemError.brokenPipe) {
      try Descriptor(number: pipe.fileHandleForWriting.fileDescriptor).write([1])
    }
  }
}
