Platform.reserveStandardDescriptors()
Platform.prepareSignals()
Platform.exit(
  SloCLI.run(arguments: Array(CommandLine.arguments.dropFirst()), console: .standard).rawValue
)
