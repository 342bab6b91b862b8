import Testing

@testable import slo_cli

/// The limits of numbers and lists on the command line: the last one inside is read, the next is
/// refused.
struct ValueLimitTests {
  private static func words(_ count: Int) -> [String] { (0..<count).map { "w\($0)" } }

  @Test func `an option takes 256 values`() throws {
    let values = Self.words(256).flatMap { ["--list", $0] }
    let arguments = try CommandLineReader.read((["a"] + values)[...], for: Sample.command)
    #expect(arguments[Sample.list].count == 256)
    let error = #expect(throws: UsageError.self) {
      try CommandLineReader.read((["a", "--list", "one more"] + values)[...], for: Sample.command)
    }
    #expect(error == .tooManyValues("--list", limit: 256))
  }

  @Test func `a check takes 256 files`() throws {
    let arguments = try CommandLineReader.read(Self.words(256)[...], for: Check.command)
    #expect(arguments[Check.files].count == 256)
    let error = #expect(throws: UsageError.self) {
      try CommandLineReader.read(Self.words(257)[...], for: Check.command)
    }
    #expect(error == .tooManyValues("FILE", limit: 256))
  }

  @Test(arguments: [("1", true), ("256", true), ("0", false), ("257", false), ("-1", false)])
  func `a check takes 256 threads`(count: String, isTaken: Bool) throws {
    let words = ["Fixtures/production-proceed/metrics.csv", "--quiet", "--threads=\(count)"]
    let result = try Tool.run(["check"] + words)
    #expect(result.status == (isTaken ? 0 : 64))
    #expect(isTaken || result.error.contains("expected a number from 1 to 256"))
  }

  @Test(arguments: [("1", 0), ("0", 64), ("100001", 64)] as [(String, Int32)])
  func `a draft reckons with 100000 samples at most`(count: String, status: Int32) throws {
    let metrics = "Fixtures/production-proceed/metrics.csv"
    #expect(try Tool.run("recommend", metrics, "--next", count).status == status)
  }

  @Test func `as many columns can be named as a header may have`() throws {
    let folder = try TemporaryFolder()
    try folder.write("1\n", to: "metrics.csv")
    let names = Self.words(10_001).joined(separator: ",")
    let result = try Tool.run(
      "check",
      folder.file("metrics.csv"),
      "--columns",
      names,
      "--preset",
      "production-baseline"
    )
    #expect(result.status == 65)
    #expect(result.error.contains("10001 columns, more than the limit of 10000"))
  }
}
