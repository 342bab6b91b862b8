/// What was measured in the run that is judged, and in the one that it is compared with.
struct MeasuredRuns: Sendable {
  var candidate: Measurements
  var baseline: Measurements?

  /// What was measured in one of the runs.
  subscript(source: Aggregate.Source) -> Measurements? {
    source == .candidate ? candidate : baseline
  }

  /// The result of an aggregate; `nil` when it is over a baseline and there is none.
  subscript(aggregate: Aggregate) -> AggregateResult? {
    self[aggregate.source]?[aggregate.of(.candidate)]
  }
}

extension MeasuredRuns {
  /// Checks that all that was asked for was measured.
  ///
  /// - Throws: `Diagnostics` with the code `internal-error`.
  func checkCompleteness() throws(Diagnostics) {
    do throws(Diagnostic) {
      try candidate.checkCompleteness()
      try baseline?.checkCompleteness()
    } catch {
      throw Diagnostics(error)
    }
  }
}

// MARK: - Percentiles

extension MeasuredRuns {
  /// Places among the results of both runs.
  struct Places {
    fileprivate(set) var candidate: [Int]
    fileprivate(set) var baseline: [Int]

    var isEmpty: Bool { candidate.isEmpty && baseline.isEmpty }

    func filter(_ isIncluded: (Int, Aggregate.Source) -> Bool) -> Places {
      Places(
        candidate: candidate.filter { isIncluded($0, .candidate) },
        baseline: baseline.filter { isIncluded($0, .baseline) }
      )
    }
  }

  /// The percentiles that are not exact.
  var approximatePlaces: Places {
    Places(
      candidate: candidate.approximatePlaces,
      baseline: baseline?.approximatePlaces ?? []
    )
  }

  /// The aggregate that has its result at a place.
  func aggregate(at place: Int, of source: Aggregate.Source) -> Aggregate? {
    self[source]?.aggregates.items[place].of(source)
  }
}
