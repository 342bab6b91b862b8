extension SourceText {
  /// The text of a small file that people write.
  ///
  /// - Throws: `Diagnostics` when it cannot be read or is too large.
  init(contentsOf path: String) throws(Diagnostics) {
    do throws(Diagnostic) {
      let bytes = try OpenFile.contents(of: path, limit: RuleLimits.fileSize)
      self.init(name: OpenFile.name(of: path), bytes: bytes)
    } catch {
      throw Diagnostics(error)
    }
  }
}
