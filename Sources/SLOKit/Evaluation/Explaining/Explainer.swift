/// Tells how one objective came out in one part of a run.
struct Explainer {
  private let judge: Judge
  private let objective: Objective
  private let part: JudgedPart
  private let evaluator: RunEvaluator

  init(_ judge: Judge, _ objective: Objective, in part: JudgedPart) {
    self.judge = judge
    self.objective = objective
    self.part = part
    evaluator = judge.evaluator(of: objective, in: part)
  }

  private var columns: ColumnTable { judge.rules.columns }

  /// The explanation, with the samples near a limit, which are found apart.
  func explanation(nearest: Explanation.Neighbourhood?) -> Explanation {
    let formula = objective.indicator.formula
    let result = judge.result(of: objective, in: part)
    return Explanation(
      phase: part.name,
      result: result,
      formula: named(formula).description,
      substituted: formula.expression(leaf: number, fact: number).description,
      parts: objective.aggregates.map { explained($0) },
      omissions: omissions,
      bands: bands(result.status),
      nearest: nearest
    )
  }
}

// MARK: - Formulas

extension Explainer {
  private func named(_ formula: RunFormula) -> Expression {
    func name(_ aggregate: Aggregate) -> Expression.Kind { text(of: aggregate).kind }
    return formula.expression(leaf: name, fact: name)
  }

  /// An aggregate as the rule file has it: without the objective's own filter.
  private func text(of aggregate: Aggregate) -> Expression {
    columns.expression(aggregate.unfiltered(by: objective.filter))
  }

  private func value(of aggregate: Aggregate) -> Double {
    evaluator.measure(.leaf(aggregate)).value
  }

  private func number(_ aggregate: Aggregate) -> Expression.Kind {
    let value = value(of: aggregate)
    return value.isNaN ? .name("NA") : .quantity(Quantity(digits: value.readable, unit: nil))
  }

  private func explained(_ aggregate: Aggregate) -> Explanation.Part {
    let result = judge.runs[part.located(aggregate)]
    return Explanation.Part(
      text: text(of: aggregate).description,
      display: QuantityFormat.text(value(of: aggregate), columns.dimension(of: aggregate)),
      used: result?.used,
      total: result?.total
    )
  }

  private func bands(_ status: Status) -> [Explanation.Band] {
    guard let bands = objective.bands else { return [] }
    let named: [(String, Bands.Band?)] = [
      ("green", bands.green), ("yellow", bands.yellow), ("red", bands.red),
    ]
    return named.compactMap { name, band in
      guard let band else { return nil }
      return Explanation.Band(
        name: name,
        text: band.text,
        substituted: band.condition.expression(leaf: number, fact: number).description,
        holds: objective.comparison == nil
          ? holds(band) : Self.isCertain(of: status, name: name)
      )
    }
  }

  private func holds(_ band: Bands.Band) -> Bool? {
    switch evaluator.answer(to: band.condition) {
    case .certain(.true): true
    case .certain(.false): false
    case .certain(.unknown), .undecided: nil
    }
  }

  /// Whether a band of an objective that compares holds for all of the confidence interval: its
  /// estimate alone decides nothing.
  private static func isCertain(of status: Status, name: String) -> Bool? {
    status == .green || status == .red ? name == status.rawValue : nil
  }
}

// MARK: - Samples

extension Explainer {
  private var omissions: [Explanation.Omission] {
    let measurements = judge.measurements
    var omissions: [Explanation.Omission] = []
    func omit(_ samples: Int, _ reason: String) {
      if samples > 0 { omissions.append(Explanation.Omission(samples: samples, reason: reason)) }
    }
    omit(measurements.samples - measurements.kept, "dropped by the rule file's 'where'")
    let inPart = part.scope == .run ? measurements.kept : measurements[part.sampleCount].total
    omit(measurements.kept - inPart, "outside the phase \(part.name ?? "")")
    let counted = measurements[part.located(.sampleCount(objective.filter))].total
    omit(inPart - counted, "dropped by the objective's 'where'")
    for aggregate in objective.indicator.formula.aggregates where aggregate.source == .candidate {
      guard let result = judge.runs[part.located(aggregate)] else { continue }
      let text = text(of: aggregate)
      omit(counted - result.total, "dropped by the 'where' of \(text)")
      if !aggregate.countsSamples { omit(result.total - result.used, "NA in \(text)") }
    }
    return omissions
  }
}

extension Aggregate {
  /// The aggregate without a condition that was joined to its own filter.
  fileprivate func unfiltered(by condition: SampleCondition?) -> Aggregate {
    guard let condition else { return self }
    switch filter {
    case condition: return Aggregate(function: function, operand: operand, filter: nil).of(source)
    case .and(let own, condition):
      return Aggregate(function: function, operand: operand, filter: own).of(source)
    default: return self
    }
  }
}

extension ColumnTable {
  /// The unit of an aggregate of one column; `nil` when it takes more to tell.
  fileprivate func dimension(of aggregate: Aggregate) -> Dimension? {
    switch aggregate.function {
    case .fraction: return .ratio
    case .duration, .gap: return .time
    case .growth, .comparison: return .ratio
    case .count, .missing, .trend, .longest: return nil
    default: break
    }
    guard case .value(.leaf(let column)) = aggregate.operand else { return nil }
    switch aggregate.function {
    case .rate, .slope: return self[column.index].unit.map { ($0 / .second).dimension }
    default: return self[column.index].unit?.dimension
    }
  }
}

extension Double {
  /// The number with enough digits to follow a calculation.
  fileprivate var readable: String {
    let text = decimal(significantDigits: 6)
    return Double(decimalText: text) == self ? shortestDecimal : text
  }
}
