/// The forms that a recommendation can be reported in.
public enum RecommendationFormat: String, Sendable, Hashable, CaseIterable {
  /// For documents and pull requests.
  case markdown
  /// For people at a terminal.
  case text
  /// For programs; the schema is `slokit.recommendation/1`.
  case json
}

extension RecommendationFormat {
  /// The format that a file's name tells by its ending; `nil` when it tells none.
  public init?(fileName: String) {
    let ending = fileName.lastIndex(of: ".").map { String(fileName[$0...]) }
    switch ending {
    case ".txt": self = .text
    case ".md": self = .markdown
    case ".json": self = .json
    default: return nil
    }
  }
}

extension Recommendation {
  /// The draft in this format, ending with a line end; the same bytes for the same input.
  public func report(_ format: RecommendationFormat) -> String {
    switch format {
    case .markdown: RecommendationDocument(recommendation: self).blocks.markdown
    case .text: RecommendationDocument(recommendation: self).blocks.plainText
    case .json: RecommendationJSON(self).text
    }
  }
}
