extension Indicator {
  func filtered(by condition: SampleCondition?) -> Indicator {
    guard let condition else { return self }
    return Indicator(text: text, formula: formula.filtered(by: condition), dimension: dimension)
  }

  /// The same with the confidence that its objective asks for; `nil` leaves the usual one.
  func with(confidence: Double?) -> Indicator {
    guard let confidence else { return self }
    let formula = formula.mapped { $0.with(confidence: confidence) }
    return Indicator(text: text, formula: formula, dimension: dimension)
  }
}

extension Bands {
  func filtered(by condition: SampleCondition?) -> Bands {
    guard let condition else { return self }
    return mapped { $0.filtered(by: condition) }
  }

  /// The same with the confidence that its objective asks for; `nil` leaves the usual one.
  func with(confidence: Double?) -> Bands {
    guard let confidence else { return self }
    return mapped { $0.mapped { $0.with(confidence: confidence) } }
  }

  private func mapped(_ transform: (RunCondition) -> RunCondition) -> Bands {
    let beyond: Beyond =
      switch beyond {
      case .red: .red
      case .yellow(let band): .yellow(band.mapped(transform))
      case .redBand(let band): .redBand(band.mapped(transform))
      }
    return Bands(green: green.mapped(transform), beyond: beyond)
  }
}

extension Bands.Band {
  fileprivate func mapped(_ transform: (RunCondition) -> RunCondition) -> Bands.Band {
    Bands.Band(text: text, condition: transform(condition), place: place)
  }
}
