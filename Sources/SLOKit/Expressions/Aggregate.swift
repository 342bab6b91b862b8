/// A column as a formula refers to it: its place in the rule set's list of columns.
struct ColumnReference: Sendable, Hashable {
  let index: Int
}

/// The question whether a label is one of some texts.
struct LabelTest: Sendable, Hashable {
  let column: Int
  /// Places in the column's list of texts.
  let texts: [Int]
  let isNegated: Bool
}

typealias SampleFormula = Formula<ColumnReference, LabelTest>
typealias SampleCondition = Condition<ColumnReference, LabelTest>

/// One number over the run: a function, what it is applied to, and the samples it looks at.
///
/// Two objectives that need the same aggregate hold equal values of this type, and the plan
/// computes it once.
struct Aggregate: Sendable, Hashable {
  enum Function: Sendable, Hashable {
    case count, missing, sum, mean, minimum, maximum, first, last, standardDeviation
    /// The share of the values that lie at or below the result, 0…1.
    case percentile(Double)
    case increase, rate, fraction, longest, duration, gap
    case slope, growth, trend
    /// Whether a condition held that long at some time: 1 or 0.
    case held(Extent)
    /// Beside the values of the baseline.
    case comparison(Comparison)
  }

  enum Operand: Sendable, Hashable {
    case none
    case value(SampleFormula)
    case condition(SampleCondition)
  }

  /// The part of the run that an aggregate is over.
  enum Scope: Sendable, Hashable {
    case run
    /// A phase, by its place in the rule set.
    case phase(Int)
    /// All but the phases that are not judged.
    case judged
    /// The samples that no phase takes.
    case outsidePhases
  }

  /// Which run an aggregate is over.
  enum Source: Sendable, Hashable {
    case candidate, baseline
  }

  private(set) var function: Function
  let operand: Operand
  /// Only samples on which this holds count.
  private(set) var filter: SampleCondition?
  private(set) var scope = Scope.run
  private(set) var source = Source.candidate

  init(function: Function, operand: Operand, filter: SampleCondition?) {
    self.function = function
    self.operand = operand
    self.filter = filter
  }
}

/// How long a condition must hold without a break, or how far a window reaches back.
enum Extent: Sendable, Hashable {
  case samples(Int)
  case seconds(Double)
}

/// A question over the run is an aggregate too: one that is 1 or 0.
typealias RunFormula = Formula<Aggregate, Aggregate>
typealias RunCondition = Condition<Aggregate, Aggregate>

extension Aggregate {
  /// The aggregate over those of its samples on which `condition` holds too.
  func filtered(by condition: SampleCondition?) -> Aggregate {
    var aggregate = self
    aggregate.filter = filter.joined(with: condition)
    return aggregate
  }

  /// Another function of the same values.
  func replacing(_ function: Function) -> Aggregate {
    var aggregate = self
    aggregate.function = function
    return aggregate
  }

  /// The aggregate over a part of the run.
  func within(_ scope: Scope) -> Aggregate {
    var aggregate = self
    aggregate.scope = scope
    return aggregate
  }

  /// The aggregate over a run.
  func of(_ source: Source) -> Aggregate {
    var aggregate = self
    aggregate.source = source
    return aggregate
  }

  /// Whether the result is a number even where nothing was measured: that an error was counted on
  /// no sample says nothing when the column of errors was never there.
  var countsSamples: Bool {
    switch function {
    case .count, .missing: true
    case .sum, .mean, .minimum, .maximum, .first, .last, .standardDeviation, .percentile,
      .increase, .rate, .fraction, .longest, .duration, .gap, .held, .slope, .growth, .trend,
      .comparison:
      false
    }
  }

  /// Whether the result depends on the order of the samples.
  var needsOrder: Bool {
    switch function {
    case .held(let extent): extent != .samples(1)
    case .first, .last, .increase, .rate, .longest, .gap, .slope, .growth, .trend: true
    case .count, .missing, .sum, .mean, .minimum, .maximum, .standardDeviation, .percentile,
      .fraction, .duration, .comparison:
      false
    }
  }

  /// Whether the result cannot be had without timestamps.
  var needsTime: Bool {
    switch function {
    case .rate, .duration, .gap, .slope, .growth, .held(.seconds): true
    case .count, .missing, .sum, .mean, .minimum, .maximum, .first, .last, .standardDeviation,
      .percentile, .increase, .fraction, .longest, .trend, .held(.samples),
      .comparison:
      false
    }
  }
}

extension Optional where Wrapped == SampleCondition {
  /// Both conditions, where there are two.
  func joined(with other: SampleCondition?) -> SampleCondition? {
    guard let self else { return other }
    guard let other else { return self }
    return .and(self, other)
  }
}

// MARK: - What a formula reads

extension SampleFormula {
  /// The columns that the formula reads.
  var columns: [Int] {
    var columns: [Int] = []
    forEachLeaf({ columns.append($0.index) }, fact: { columns.append($0.column) })
    return columns
  }
}

extension SampleCondition {
  /// The columns that the condition reads.
  var columns: [Int] {
    var columns: [Int] = []
    forEachLeaf({ columns.append($0.index) }, fact: { columns.append($0.column) })
    return columns
  }
}

extension Aggregate.Operand {
  /// The columns that the operand reads.
  var columns: [Int] {
    switch self {
    case .none: []
    case .value(.leaf(let column)): [column.index]
    case .value(let formula): formula.columns
    case .condition(let condition): condition.columns
    }
  }
}

extension RunFormula {
  /// The aggregates that the formula is made of.
  var aggregates: [Aggregate] {
    var aggregates: [Aggregate] = []
    forEachLeaf({ aggregates.append($0) }, fact: { aggregates.append($0) })
    return aggregates
  }
}

extension RunCondition {
  /// The aggregates that the condition is made of.
  var aggregates: [Aggregate] {
    var aggregates: [Aggregate] = []
    forEachLeaf({ aggregates.append($0) }, fact: { aggregates.append($0) })
    return aggregates
  }
}
