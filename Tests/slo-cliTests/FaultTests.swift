import Foundation
import Testing

/// What can fail around the tool: no fault turns a NO-GO into a GO, and none leaves half a file.
struct FaultTests {
  private static let check = #""$0" check Fixtures/production-rollback/metrics.csv"#

  /// The decision of this run is a rollback, which is 1.
  @Test(arguments: ["2>&-", "<&-", "<&- 2>&-", "--quiet >&-", "--quiet <&- >&- 2>&-"])
  func `closed streams that nothing goes through change no decision`(_ closing: String) throws {
    #expect(try Tool.shell("\(Self.check) \(closing)").status == 1)
  }

  /// This run is a GO, so that nothing but the lost report can fail.
  @Test(arguments: [
    ">&-", ">&- 2>&-", "<&- >&- 2>&-", "--output - >&-", "--output /dev/stdout >&-",
  ])
  func `a report that finds standard output closed is an error`(_ closing: String) throws {
    let result = try Tool.shell("\"$0\" check \(Self.other) \(closing)")
    #expect(result.status == 73)
    let isTold = result.error.contains("bad file descriptor")
    #expect(isTold || closing.contains("2>&-"))
  }

  @Test func `standard input that is closed is an error`() throws {
    let result = try Tool.shell(#""$0" check - --preset production-baseline <&-"#)
    #expect(result.status == 66)
    #expect(result.error == "error: cannot read standard input: bad file descriptor\n")
  }

  /// The pipe is empty at first, and a read that does not wait says so.
  @Test func `standard input that does not block is waited for`() throws {
    let pipe = Pipe()
    #expect(fcntl(pipe.fileHandleForReading.fileDescriptor, F_SETFL, O_NONBLOCK) == 0)
    let writer = pipe.fileHandleForWriting
    let metrics = try Data(contentsOf: Tool.package.appending(path: Self.other))
    Thread {
      for half in [metrics.prefix(100), metrics.dropFirst(100)] {
        Thread.sleep(forTimeInterval: 0.3)
        try? writer.write(contentsOf: half)
      }
      try? writer.close()
    }.start()
    let words = ["check", "-", "--preset", "production-baseline", "--quiet"]
    let result = try Tool.run(words, input: pipe.fileHandleForReading)
    #expect(result.status == 0)
    #expect(result.error.isEmpty)
  }

  @Test func `a pipe that is closed changes no decision`() throws {
    let result = try Tool.shell(
      #"{ sleep 0.2; \#(Self.check); echo "status $?" 1>&2; } | true"#
    )
    #expect(result.error == "status 1\n")
  }

  /// A shell counts the largest file in blocks of 512 bytes; one is less than the report.
  @Test(arguments: ["report.html", "json:report"])
  func `a file that must not grow is an error and leaves the old one`(_ target: String) throws {
    let folder = try TemporaryFolder()
    let name = target.replacing("json:", with: "")
    try folder.write("old", to: name)
    let path = target.replacing(name, with: folder.file(name))
    let result = try Tool.shell("ulimit -f 1; \(Self.check) --output \(path)")
    #expect(result.status == 73)
    #expect(result.error.contains("file too large"))
    #expect(try folder.read(name) == "old")
    #expect(try folder.names == [name])
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self")))
  func `a folder that takes no file is an error`() throws {
    let result = try Tool.shell("\(Self.check) --output /proc/self/report.html")
    #expect(result.status == 73)
  }

  /// One for a file, beside the standard streams: the loader needs it, and later the metrics.
  @Test func `few descriptors are enough or an error`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("report.html")
    let result = try Tool.shell("ulimit -n 4; \(Self.check) --baseline \(Self.other) -o \(path)")
    #expect(result.status == 66)
    #expect(result.error.contains("too many open files"))
    #expect(try folder.names.isEmpty)
  }

  private static let other = "Fixtures/production-proceed/metrics.csv"

  /// In kibibytes; with the least of them not even the loader comes to its end.
  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/proc/self")),
    arguments: [20_000, 60_000, 100_000, 150_000, 200_000]
  )
  func `too little memory is never a GO`(kibibytes: Int) throws {
    let result = try Tool.shell("ulimit -v \(kibibytes); \"$0\" check \(Self.other)")
    #expect(result.status != 0 || result.output.hasPrefix("GO: proceed\n"))
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/mem")))
  func `what cannot be read is an error`() throws {
    for path in ["/proc/self/mem", "Fixtures"] {
      let result = try Tool.run("check", path, "--preset", "production-baseline")
      #expect(result.status == 66)
      #expect(result.error.contains("cannot read '\(path)'"))
    }
  }

  /// A writer that dies leaves half a row; one that says nothing leaves an empty file.
  @Test(arguments: [("timestamp,x\n2026-01-01,1\n2026-01-02", 65), ("", 65)])
  func `a writer that dies is no evidence`(_ text: String, _ status: Int32) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "{ slo: 1, objectives: [{ name: 'A', sli: 'mean(x)', green: '<= 5' }] }",
      to: "slo-rules.json5"
    )
    try folder.write(text, to: "part")
    let result = try Tool.shell(
      #"mkfifo f; cat part > f & "$0" check f"#,
      in: folder.path
    )
    #expect(result.status == status)
  }

  /// The signal comes while the tool waits for its input, long before it writes.
  @Test(arguments: [("TERM", 143), ("INT", 130), ("HUP", 129)])
  func `a signal ends the tool with its status and without output`(
    _ signal: String,
    _ status: Int32
  ) throws {
    let folder = try TemporaryFolder()
    let result = try Tool.shell(
      #"""
      mkfifo f; sleep 2 > f & (trap - INT; exec "$0" check f --output report.json) & child=$!
      sleep 0.3; kill -\#(signal) $child; wait $child; echo $?
      """#,
      in: folder.path
    )
    // A shell without job control has its children ignore SIGINT; then they go on to the end.
    #expect(result.output == "\(status)\n" || signal == "INT" && result.output == "65\n")
    #expect(try folder.names == ["f"])
  }

  @Test func `two processes that write one file leave one whole report`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("report.json")
    let result = try Tool.shell(
      #"""
      a=Fixtures/production-rollback/metrics.csv b=Fixtures/readiness-hold/metrics.csv
      first=$("$0" check $a --format json | cksum) second=$("$0" check $b --format json | cksum)
      for i in 1 2 3 4 5 6 7 8 9 10; do
        { "$0" check $a -o \#(path) & "$0" check $b -o \#(path); } | cat
        case $(cksum < \#(path)) in "$first" | "$second") ;; *) echo torn ;; esac
      done
      """#
    )
    #expect(result.output.isEmpty)
    #expect(try folder.names == ["report.json"])
  }

  @Test func `two hundred checks at a time come out alike`() throws {
    let result = try Tool.shell(
      #"""
      for i in $(seq 200); do
        { "$0" check Fixtures/readiness-hold/metrics.csv --format json | cksum; } &
      done | sort | uniq -c | wc -l
      """#
    )
    #expect(result.output.filter { !$0.isWhitespace } == "1")
  }
}
