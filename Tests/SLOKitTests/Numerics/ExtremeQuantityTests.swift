import Testing

@testable import SLOKit

/// Numbers that no run has can still be written, and must be shown rather than crash.
struct ExtremeQuantityTests {
  @Test(arguments: [
    (1e15, "1000000000000000 s"), (1e300, "1e+300 s"), (-1e15, "-1000000000000000 s"),
    (.infinity, "Infinity s"), (.nan, "NA"), (59, "59 s"), (0, "0 s"),
  ])
  func `a duration of any size is shown`(seconds: Double, expected: String) {
    #expect(QuantityFormat.duration(seconds) == expected)
  }

  @Test func `every dimension shows every magnitude`() {
    let dimensions: [Dimension?] = [
      nil, .ratio, .time, .data, .count, .frequency, Unit.second.dimension * .time,
    ]
    let bounds = [
      Double.leastNonzeroMagnitude, 1e-300, 1e-9, 1, 60, 1e9, 1e15, 9.2e18, 1e100, 1.7e308,
      .infinity,
    ]
    for dimension in dimensions {
      for value in bounds {
        #expect(!QuantityFormat.text(value, dimension).isEmpty)
        #expect(!QuantityFormat.text(-value, dimension, apartFrom: [value, -value]).isEmpty)
      }
    }
  }

  @Test(arguments: ["9007199254740993", "9223372036854775807", "99999999999999999999", "-1"])
  func `a number of samples has a limit`(samples: String) {
    let text = """
      { slo: 1, require: { samples: \(samples) },
        objectives: [{ name: 'A', sli: 'mean(x)', green: '<= 1' }] }
      """
    let error = #expect(throws: Diagnostics.self) {
      _ = try RuleSet(text: text, source: "rules.json5")
    }
    #expect(error?.items.map(\.code) == [.invalidValue])
  }
}
