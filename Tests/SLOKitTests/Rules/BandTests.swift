import Testing

@testable import SLOKit

@Suite("Bands")
struct BandTests {
  @Test(arguments: [
    ("<= 2", "<= 1"), (">= 98%", ">= 99%"), ("< 2", "< 1.5"), ("<= 2", "< 2"),
    ("<= 500 and max(x) <= 600", "<= 400 and max(x) <= 600"),
    ("<= 500 and max(x) <= 600", "<= 500 and max(x) <= 550"),
    ("<= 5 or max(x) <= 5", "<= 5 and max(x) <= 5"), ("2 >= mean(x)", "1 >= mean(x)"),
    (">= 1 and <= 4", ">= 2 and <= 3"), ("not > 2", "<= 1"),
  ])
  func `yellow must reach further than green`(green: String, yellow: String) {
    let found = Gate.mistakes(Self.members("green: '\(green)', yellow: '\(yellow)'"))
    #expect(found.map(\.code) == [.contradictoryBands])
    #expect(
      found.first?.message
        == "the yellow band '\(yellow)' is stricter than the green band '\(green)', so nothing is "
        + "ever yellow"
    )
    #expect(found.first?.marked == "'\(yellow)'")
  }

  @Test(arguments: [
    ("<= 2", "> 1"), ("<= 2", ">= 2"), (">= 99%", "< 99.5%"), ("<= 2", "<= 3"),
    ("not mean(x) > 10", "> 9"), ("> 1 and < 3", "> 2"), ("> 2", "> 1"),
    ("<= 2 and max(x) <= 3", "> 1 and max(x) > 2"), ("== 1", "!= 2"),
  ])
  func `red must lie outside green`(green: String, red: String) {
    let found = Gate.mistakes(Self.members("green: '\(green)', red: '\(red)'"))
    #expect(found.map(\.code) == [.contradictoryBands])
    #expect(
      found.first?.message == "the red band '\(red)' and the green band '\(green)' overlap"
    )
    #expect(found.first?.marked == "'\(red)'")
  }

  @Test(arguments: [
    "green: '<= 1', yellow: '<= 2'", "green: '<= 1', yellow: '<= 1'", "green: '<= 1', red: '> 1'",
    "green: '<= 1', red: '> 2'", "green: '== 0', yellow: '<= 2'",
    "green: '>= 60% and <= 70%', yellow: '>= 50% and <= 80%'",
    "green: '<= 2 and max(x) <= 3', red: '> 2 or max(x) > 3'",
    "green: '<= 500 and max(x) <= 600', yellow: '<= 700 and max(x) <= 800'",
    "green: '<= greatest(min(x), 1)', yellow: '<= 0'", "green: '<= 1'",
    // Whether these overlap depends on more than one number.
    "green: '<= 1', red: 'not mean(x) > max(x)'",
    "green: '<= 1', red: 'not (x > 0 for 2 samples)'",
  ])
  func `bands that fit together are accepted`(bands: String) {
    #expect(Gate.mistakes(Self.members(bands)).isEmpty)
  }

  /// Which status a value of each band gets.
  @Test(arguments: [
    ("green: '<= 1', yellow: '<= 2'", [Status.green, .yellow, .red]),
    ("green: '<= 1', red: '> 2'", [.green, .yellow, .red]),
    ("green: '<= 1'", [.green, .red, .red]),
    ("green: '<= 1', yellow: '<= 1'", [.green, .red, .red]),
    ("green: '<= 1', red: '> 1'", [.green, .red, .red]),
    ("green: '>= 2', yellow: '>= 1.5'", [.red, .yellow, .green]),
    ("role: 'info'", [.info, .info, .info]),
    ("green: '<= 1', yellow: '<= 2', role: 'info'", [.green, .yellow, .red]),
  ])
  func `a value is in one band`(bands: String, statuses: [Status]) throws {
    let found = try ["1", "1.5", "2.5"].map { cell in
      try Gate.judge(Gate.objective("mean(x)", bands), Gate.csv("x", [cell])).statuses[0]
    }
    #expect(found == statuses)
  }

  private static func members(_ bands: String) -> String {
    let unit = bands.contains("%") ? "x: 'ratio'" : ""
    return Gate.objective("mean(x)", bands, columns: unit)
  }
}
