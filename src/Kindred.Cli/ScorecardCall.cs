using Kindred.Core.Accounts;
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

    /// <summary>The request, from the file or from what was imported.</summary>
    public async Task<Result<ScorecardRequest>> RequestAsync(ScorecardInputs given, CancellationToken cancel)
    {
        if (File is { } file)
        {
            var at = Target!.IndexOf('=', StringComparison.Ordinal);
            return InputTables.ReadOne(file, cancel).Then(reading => Result.Accepted(new ScorecardRequest(
                reading.Table, Target[..at], Target[(at + 1)..], Ignore, Modes, MaxAttributes, given.Directions, given.Folds, Account, Date,
                given.Template ?? FromNames(reading.Table.Columns.Select(column => column.Name)), null, KeepLeaks, Name: Path.GetFileNameWithoutExtension(file), Seed: Seed)));
        }

        var opened = await Kindred.Storage.Workspace.OpenAsync(Workspace!, TimeProvider.System, cancel);
        if (!opened.TryGet(out var owned, out var reasons))
        {
            return Result.Refused<ScorecardRequest>(reasons);
        }

        using var keep = owned;
        if (!(await ImportedTables.ReadAsync(owned, Workspace!, cancel)).TryGet(out var read, out reasons))
        {
            return Result.Refused<ScorecardRequest>(reasons);
        }

        return AccountsModule.Recognise(read.Tables)
            .Then(mapping => AccountsModule.Assemble(read.Tables, mapping, new AssemblyOptions(null, null, null)))
            .Then(facts => AccountsModule.Buys(facts).Then(view => Result.Accepted(ScorecardRequest.Of(view.Table, given.Template ?? FromNames(view.Table.Fields.Select(field => field.Name)), "card", Seed, Modes) with
            {
                Ignore = Ignore,
                MaxAttributes = MaxAttributes,
                Directions = given.Directions,
                NeutralMissing = facts.Quality.Coverage.Where(field => field.DiffersByOutcome).Select(field => field.Field).ToHashSet(StringComparer.Ordinal),
            })));
    }

    private static CardTemplate? FromNames(IEnumerable<string> names) => CategoryAsks.ByNames(names) is { Lines.Count: > 0 } template ? template : null;
}
