extension RuleSetDecoder {
  /// Reads the bands of an objective and checks that they make sense together; `hint` says what
  /// helps when there is no green one.
  mutating func bands(
    _ reader: ObjectReader,
    name: String,
    role: Objective.Role,
    hint: String = "add  green: \"<= …\",  or role: \"info\" when it shall only be shown",
    indicator: TypedValue?,
    at place: Range<Int>
  ) -> Bands? {
    let hasGreen = reader.value("green") != nil
    if !hasGreen, role == .gate {
      mistakes.add(
        .missingKey,
        "the objective '\(name)' has no green band",
        at: place,
        hint: hint
      )
    }
    if let red = reader.value("red"), reader.value("yellow") != nil {
      mistakes.add(
        .invalidValue,
        "an objective has either a yellow or a red band, not both",
        at: red.range,
        hint: "with 'yellow' the rest is red; with 'red' the rest is yellow"
      )
    }
    if !hasGreen, let other = reader.value("yellow") ?? reader.value("red") {
      mistakes.add(
        .missingKey,
        "a band without a green one",
        at: other.range,
        hint: "add  green: \"…\","
      )
    }
    // Each of them is read, so that the mistakes in all of them are reported.
    let green = band("green", of: reader, indicator: indicator)
    let yellow = band("yellow", of: reader, indicator: indicator)
    let red = band("red", of: reader, indicator: indicator)
    guard let green else { return nil }
    let beyond: Bands.Beyond =
      if let yellow {
        .yellow(yellow)
      } else if let red {
        .redBand(red)
      } else {
        .red
      }
    let result = Bands(green: green, beyond: beyond)
    checkContradiction(in: result)
    return result
  }

  private mutating func band(
    _ key: String,
    of reader: ObjectReader,
    indicator: TypedValue?
  ) -> Bands.Band? {
    guard let parsed = parse(reader.value(key), "'\(key)'") else { return nil }
    // Without an indicator, which is reported already, only the syntax can be checked.
    guard let indicator else { return nil }
    guard let (condition, _) = check(parsed, indicator: indicator, { $0.runCondition($1) }) else {
      return nil
    }
    return Bands.Band(
      text: text(parsed),
      condition: condition,
      place: parsed.range
    )
  }

  private mutating func checkContradiction(in bands: Bands) {
    switch bands.beyond {
    case .red: break
    case .yellow(let yellow):
      guard yellow.condition.isStricter(than: bands.green.condition) else { break }
      mistakes.add(
        .contradictoryBands,
        "the yellow band '\(yellow.text)' is stricter than the green band "
          + "'\(bands.green.text)', so nothing is ever yellow",
        at: yellow.place,
        hint: "yellow must reach further than green"
      )
    case .redBand(let red):
      guard red.condition.overlaps(bands.green.condition) else { break }
      mistakes.add(
        .contradictoryBands,
        "the red band '\(red.text)' and the green band '\(bands.green.text)' overlap",
        at: red.place,
        hint: "a value can be in one of them only"
      )
    }
  }
}
