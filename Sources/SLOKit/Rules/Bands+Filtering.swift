extension Indicator {
  func filtered(by condition: SampleCondition?) -> Indicator {
    guard let condition else { return self }
    return Indicator(text: text, formula: formula.filtered(by: condition), dimension: dimension)
  }
}

extension Bands {
  func filtered(by condition: SampleCondition?) -> Bands {
    guard let condition else { return self }
    let beyond: Beyond =
      switch beyond {
      case .red: .red
      case .yellow(let band): .yellow(band.filtered(by: condition))
      case .redBand(let band): .redBand(band.filtered(by: condition))
      }
    return Bands(green: green.filtered(by: condition), beyond: beyond)
  }
}

extension Bands.Band {
  fileprivate func filtered(by condition: SampleCondition) -> Bands.Band {
    Bands.Band(text: text, condition: self.condition.filtered(by: condition), place: place)
  }
}
