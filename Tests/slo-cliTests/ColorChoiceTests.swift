import Testing

@testable import slo_cli

/// Where colour is wanted, and whether it is there.
struct Coloring: Sendable {
  let choice: ColorChoice
  let isTerminal: Bool
  let environment: [String: String]
  let isOn: Bool
}

struct ColorChoiceTests {
  @Test(arguments: [
    Coloring(choice: .auto, isTerminal: true, environment: [:], isOn: true),
    Coloring(choice: .auto, isTerminal: true, environment: ["TERM": "xterm"], isOn: true),
    Coloring(choice: .auto, isTerminal: true, environment: ["NO_COLOR": ""], isOn: true),
    Coloring(choice: .auto, isTerminal: true, environment: ["NO_COLOR": "1"], isOn: false),
    Coloring(choice: .auto, isTerminal: true, environment: ["TERM": "dumb"], isOn: false),
    Coloring(choice: .auto, isTerminal: false, environment: [:], isOn: false),
    Coloring(choice: .always, isTerminal: false, environment: ["NO_COLOR": "1"], isOn: true),
    Coloring(choice: .never, isTerminal: true, environment: [:], isOn: false),
  ])
  func `colour follows the choice, the terminal and the environment`(_ row: Coloring) {
    let isOn = row.choice.isOn(onTerminal: row.isTerminal) { row.environment[$0] }
    #expect(isOn == row.isOn)
  }
}
