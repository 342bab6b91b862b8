import Testing

@testable import SLOKit

@Suite("Error budgets")
struct BudgetTests {
  /// Six samples ten minutes apart cover an hour.
  private static func result(
    _ sli: String,
    _ bands: String,
    rows: [String],
    more: String = ""
  ) throws -> ObjectiveResult {
    let members = """
      columns: { good: { kind: 'counter', unit: '1' }, all: { kind: 'counter', unit: '1' }, error_rate: 'ratio' },
      objectives: [{ name: 'X', sli: '\(sli)', \(bands), budget: { window: '30d' } }], \(more)
      """
    let csv = Gate.csv("good,all,error_rate", rows, every: 10)
    return try Gate.judge(members, csv).phases[0].objectives[0]
  }

  private static let availability = "increase(good) / increase(all)"

  /// 20 of 50,000 are bad at a target of 99.9 %: burn rate 0.4 (Beyer et al., 2018).
  @Test(arguments: [
    (availability, "green: '>= 99.9%'"),
    (availability, "green: '>= 99.9% and na(good) < 3', yellow: '>= 99%'"),
    ("1 - increase(good) / increase(all)", "green: '0.1% >= 1 - increase(good) / increase(all)'"),
    ("1 - increase(good) / increase(all)", "green: '<= 0.1%'"),
  ])
  func `the burn rate is the bad share in proportion to the allowed one`(
    sli: String,
    bands: String
  ) throws {
    let rows = ["0,0,0"] + Array(repeating: "NA,NA,0", count: 4) + ["49980,50000,0"]
    let budget = try #require(try Self.result(sli, bands, rows: rows).budget)
    func isClose(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-9 * b }
    #expect(budget.window == 30 * 86_400)
    #expect(isClose(budget.allowed, 0.001))
    #expect(isClose(budget.bad, 0.0004))
    #expect(isClose(budget.burnRate, 0.4))
    // An hour of 720 at 0.4 of the rate, and what is left at that rate.
    #expect(isClose(try #require(budget.consumed), 0.4 / 720))
    #expect(isClose(try #require(budget.secondsToExhaustion), (1 - 0.4 / 720) * 720 * 3600 / 0.4))
  }

  @Test func `a spent budget lasts for no time and an unspent one for ever`() throws {
    let spent = try Self.result("mean(error_rate)", "green: '<= 0.1%'", rows: ["0,0,1"])
    #expect(spent.budget?.burnRate == 1000)
    let all = Array(repeating: "0,0,1", count: 6)
    let exhausted = try Self.result("mean(error_rate)", "green: '<= 0.1%'", rows: all)
    #expect(exhausted.budget?.secondsToExhaustion == 0)
    let clean = try Self.result("mean(error_rate)", "green: '<= 0.1%'", rows: ["0,0,0"])
    #expect(clean.budget?.burnRate == 0)
    #expect(clean.budget?.secondsToExhaustion == nil)
  }

  @Test func `what is not measured spends nothing that could be told`() throws {
    let missing = try Self.result("mean(error_rate)", "green: '<= 0.1%'", rows: ["0,0,NA"])
    #expect(missing.budget == nil)
    #expect(missing.status == .na)
  }

  @Test func `a phase has the budget of its own band`() throws {
    let phase = "phases: [{ name: 'P', from: '0m', objectives: { X: { green: '<= 1%' } } }]"
    let result = try Self.result(
      "mean(error_rate)",
      "green: '<= 0.1%'",
      rows: ["0,0,0.02"],
      more: phase
    )
    #expect(result.budget?.burnRate == 2)
  }
}
