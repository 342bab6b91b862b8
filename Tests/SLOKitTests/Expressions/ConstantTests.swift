import Testing

@testable import SLOKit

/// Constants in expressions: what they must be, and what a bare number beside a share means.
struct ConstantTests {
  @Test(arguments: [
    ("mean(x * (1/0))", "the constant has no value"),
    ("mean(x where x > 0/0)", "the constant has no value"),
    ("longest(x > 1e308 * 10 - 1)", "the constant is too large for a number"),
    ("mean(x) + 1/0", "the constant has no value"),
  ])
  func `a constant that is no number is refused`(sli: String, message: String) {
    let found = Gate.mistakes(Gate.objective(sli, "green: '<= 5'"))
    #expect(found.map(\.message) == [message])
    #expect(found.map(\.code) == [.invalidValue])
  }

  @Test(arguments: ["<= 1e308d", "<= 1e308 * 10", "<= -1e308 * 10", "<= $huge", "<= 1e308"])
  func `a limit is finite in the unit that it has`(band: String) {
    let members =
      "vars: { huge: '1e308d' }, "
      + Gate.objective("mean(x)", "green: '\(band)'", columns: "x: 'd'")
    #expect(Gate.mistakes(members).map(\.code) == [.invalidValue])
  }

  /// By hand: 1 + 10 % of it is 110 %, and not the 11 % that 1 % and 10 % make.
  @Test(arguments: [
    ("<= baseline * (1 + 10%)", "(1 + 10%)", "write 110 % for both together, or 1%"),
    ("<= baseline * (10% + 1)", "(10% + 1)", "write 110 % for both together, or 1%"),
    ("<= baseline * (1 - 25%)", "(1 - 25%)", "write 75.0 % for both together, or 1%"),
    ("<= baseline * (1 + $more)", "(1 + $more)", "write 120 % for both together, or 1%"),
  ])
  func `a bare number beside a percentage is refused`(
    band: String,
    marked: String,
    hint: String
  ) {
    let members = "vars: { more: '20%' }, " + Gate.objective("mean(x)", "green: '\(band)'")
    let found = Gate.mistakes(members)
    #expect(found.map(\.code) == [.unitMismatch])
    #expect(found.map(\.hint) == [hint])
    #expect(found.map(\.marked) == [marked])
  }

  @Test(arguments: [
    ("1 - mean(share)", "share: '%'", "write 100% for the whole, or 1%"),
    ("mean(share) - 1", "share: '%'", "write 100% for the whole, or 1%"),
    ("100 - mean(share)", "share: 'ratio'", "write 100% for the whole"),
  ])
  func `the whole of another notation is refused`(sli: String, columns: String, hint: String) {
    let found = Gate.mistakes(Gate.objective(sli, "green: '<= 5%'", columns: columns))
    #expect(found.map(\.code) == [.unitMismatch])
    #expect(found.map(\.hint) == [hint])
  }

  @Test(arguments: [
    ("1 - mean(share)", "share: 'ratio'"), ("100 - mean(share)", "share: '%'"),
    ("100% - mean(share)", "share: '%'"), ("0 + mean(share)", "share: '%'"),
    ("mean(share) * 110%", "share: '%'"), ("mean(share) * (100% + 10%)", "share: '%'"),
  ])
  func `a number that says what it is is taken`(sli: String, columns: String) {
    let members = Gate.objective(sli, "green: '<= 5%'", columns: columns)
    #expect(Gate.mistakes(members).isEmpty)
  }
}
