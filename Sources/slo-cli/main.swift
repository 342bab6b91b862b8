Platform.reserveStandardDescriptors()
Platform.turnSignalsIntoErrors()
Platform.exit(
  SloCLI.run(arguments: Array(CommandLine.arguments.dropFirst()), console: .standard).rawValue
)
