import Testing

/// What the tool says of a choice of input that cannot be, and its exit status.
struct InputMistakeTests {
  @Test(arguments: [
    (
      "--rules r.json5 --preset production-baseline", 64,
      "slo-cli: error: options '--rules' and '--preset' exclude each other\nhint: keep one of them"
    ),
    (
      "--delimiter ab", 64,
      "slo-cli: error: 'ab' is not a value of '--delimiter', expected one ASCII character or 'tab'"
    ),
    (
      "--threads 0", 64,
      "slo-cli: error: '0' is not a value of '--threads', expected a number from 1 to 256"
    ),
    (
      "--threads 257", 64,
      "slo-cli: error: '257' is not a value of '--threads', expected a number from 1 to 256"
    ),
    (
      "--preset production-baselin", 64,
      "error: unknown preset 'production-baselin'\nhint: did you mean 'production-baseline'?"
    ),
    (
      "--set p95_target", 64,
      "error: expected NAME=VALUE, found 'p95_target'\nhint: for example p95_target=200ms"
    ),
    ("--set P95_LATENCY_TARGT=1ms", 64, "error: unknown variable 'P95_LATENCY_TARGT'"),
    (
      "--rules missing.json5", 66,
      "error: cannot open 'missing.json5': no such file or directory"
    ),
    ("--baseline missing.csv", 66, "error: cannot open 'missing.csv': no such file or directory"),
  ])
  func `a mistaken choice is an error with a hint`(
    options: String,
    status: Int32,
    message: String
  ) throws {
    let words = options.split(separator: " ").map(String.init)
    for command in [["check"], ["explain", "--objective", "p95-latency"]] {
      let result = try Tool.run(command + ["Fixtures/production-proceed/metrics.csv"] + words)
      #expect(result.status == status)
      #expect(result.error.hasPrefix(message), "\(result.error)")
      #expect(result.output.isEmpty)
    }
  }
}
