import Glibc

/// What the fuzzer feeds its bytes to.
enum FuzzTarget: String, CaseIterable {
  case metrics, rules, expressions, environment, checklists, evaluations, intruder

  /// The target that the environment names.
  static let chosen: FuzzTarget = {
    let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
      let names = allCases.map(\.rawValue).joined(separator: ", ")
      fatalError("FUZZ_TARGET is '\(name)', expected one of \(names)")
    }
    return target
  }()

  func run(_ bytes: [UInt8]) {
    switch self {
    case .metrics: MetricsTarget.run(bytes)
    case .rules: RulesTarget.run(bytes)
    case .expressions: ExpressionsTarget.run(bytes)
    case .environment: EnvironmentTarget.run(bytes)
    case .checklists: ChecklistsTarget.run(bytes)
    case .evaluations: EvaluationsTarget.run(bytes)
    case .intruder: IntruderTarget.run(bytes)
    }
  }
}

/// What libFuzzer calls with each input (https://llvm.org/docs/LibFuzzer.html).
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  WorkBound.check(byteCount: count) { FuzzTarget.chosen.run(bytes) }
  return 0
}
