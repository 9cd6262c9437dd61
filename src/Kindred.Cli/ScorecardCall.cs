using Kindred.Core.Basics;
using Kindred.Core.Scorecards;

namespace Kindred.Cli;

/// <summary>What <c>scorecard learn</c> was called with.</summary>
internal sealed record ScorecardCall(string? File, string? Workspace, string? Target, string[]? Ignore, ScorecardMode[]? Modes, int MaxAttributes, string? Account, string? Date, bool KeepLeaks, long Seed)
{
    /// <summary>What is wrong with the call itself, or null.</summary>
    public string? WrongUsage(Language language)
    {
        var ko = language == Language.Korean;
        if ((File is null) == (Workspace is null))
        {
            return ko ? "파일이나 --workspace 가운데 하나를 주세요. [scorecards.source]" : "Give either a FILE or --workspace. [scorecards.source]";
        }

        if (File is not null && (Target?.IndexOf('=', StringComparison.Ordinal) ?? -1) < 1)
        {
            return ko ? $"--target '{Target}'을(를) 열=값으로 써 주세요. [scorecards.target]" : $"Write --target '{Target}' as COLUMN=VALUE. [scorecards.target]";
        }

        return null;
    }

    /// <summary>The request for a file.</summary>
    public Result<ScorecardRequest> FileRequest(ScorecardInputs given, CancellationToken cancel)
    {
        var at = Target!.IndexOf('=', StringComparison.Ordinal);
        return InputTables.ReadOne(File!, cancel).Then(reading => Result.Accepted(new ScorecardRequest(
            reading.Table, Target[..at], Target[(at + 1)..], Ignore, Modes, MaxAttributes, given.Directions, given.Folds, Account, Date,
            given.Template ?? FromNames(reading.Table.Columns.Select(column => column.Name)), null, KeepLeaks, Name: Path.GetFileNameWithoutExtension(File!), Seed: Seed)));
    }

    /// <summary>How to learn from a workspace.</summary>
    public FactsScorecardRequest WorkspaceRequest(ScorecardInputs given) => new(null, null, null, given.Template, Modes, Ignore, MaxAttributes, given.Directions, Seed);

    private static CardTemplate? FromNames(IEnumerable<string> names) => CategoryAsks.ByNames(names) is { Lines.Count: > 0 } template ? template : null;
}
