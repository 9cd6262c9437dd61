using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Patterns;

namespace Kindred.Core.Scorecards;

/// <summary>What learning found.</summary>
/// <param name="Rows">Rows.</param>
/// <param name="Positives">Rows with the outcome.</param>
/// <param name="Screening">What was left out and why.</param>
/// <param name="Modes">Template, capped, free, as far as wanted.</param>
/// <param name="Best">The mode whose card is recommended: the capped one unless the caps cost more than they may; null when none could be learned.</param>
public sealed record LearnedScorecards(int Rows, int Positives, FieldScreening Screening, IReadOnlyList<ModeResult> Modes, ModeResult? Best)
{
    /// <summary>Columns of a flat file that say who of ours sold, or describe a person: taken out unless they were stated as buyability.</summary>
    public IReadOnlyList<DroppedField> LeftOut { get; init; } = [];

    /// <summary>AUC that the caps cost, or null where either card is missing.</summary>
    public double? CapsCost => Quality(ScorecardMode.Free) is { } free && Quality(ScorecardMode.Capped) is { } capped ? free.Auc - capped.Auc : null;

    /// <summary>The sufficiency meter of the recommended card; null when none could be learned.</summary>
    public Sufficiency? Sufficiency => Best is { } best ? Scorecards.Sufficiency.Of(best.DataShare, Positives, Rows - Positives) : null;

    private ScorecardQuality? Quality(ScorecardMode mode) => Modes.FirstOrDefault(each => each.Mode == mode)?.Quality;
}

/// <summary>Learns cards of the wanted modes and measures each on rows left out.</summary>
public static class LearnScorecard
{
    /// <summary>Runs it.</summary>
    public static Result<LearnedScorecards> Run(ScorecardRequest request, TimeProvider clock, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(clock);
        var table = request.Table;
        var target = request.View is { } view ? Result.Accepted(view.Positive) : PatternChecks.Target(table, request.TargetField, request.TargetValue);
        if (!target.TryGet(out var positive, out var reasons))
        {
            return Result.Refused<LearnedScorecards>(reasons);
        }

        var fields = Fields(request);
        if (!fields.TryGet(out var names, out reasons))
        {
            return Result.Refused<LearnedScorecards>(reasons);
        }

        var leftOut = PeopleColumns.Of(request, names);
        names = [.. names.Where(name => leftOut.All(left => left.Field != name))];
        var positives = positive.Sum(value => value);
        if (Math.Min(positives, table.RowCount - positives) < ScorecardChecks.FewestOfEither)
        {
            return Result.Refused<LearnedScorecards>(ScorecardChecks.TooFew(positives, table.RowCount - positives));
        }

        var screening = FieldScreening.Of(table, names, positive, request.Seed);
        screening = screening with { Dropped = [.. request.View?.Dropped ?? [], .. screening.Dropped] };
        var kept = request.KeepLeaks ? [.. names.Where(name => screening.Dropped.All(dropped => dropped.Field != name))] : screening.Kept;
        var split = ScorecardSplit.Of(request, kept, positive);
        if (!split.TryGet(out var parts, out reasons))
        {
            return Result.Refused<LearnedScorecards>(reasons);
        }

        var modes = new List<ModeResult>();
        ScorecardMode[] wanted = [.. request.Modes ?? [ScorecardMode.Template, ScorecardMode.Capped, ScorecardMode.Free]];
        foreach (var mode in wanted)
        {
            var done = modes.Count;
            var part = progress is null ? null : new Progress<double>(value => progress.Report((done + value) / wanted.Length));
            modes.Add(LearnMode.Run(request, mode, kept, positive, parts, clock, part, cancel));
        }

        if (modes.All(mode => mode.Card is null))
        {
            return Result.Refused<LearnedScorecards>([.. modes.Select(mode => mode.Refused!).DistinctBy(reason => reason.Code)]);
        }

        var best = modes.Where(mode => mode.Card is not null).MaxBy(mode => mode.Mode == ScorecardMode.Template ? -1 : mode.Quality?.Auc ?? 0);
        return Result.Accepted(new LearnedScorecards(table.RowCount, positives, screening, modes, best) { LeftOut = leftOut });
    }

    private static Result<IReadOnlyList<string>> Fields(ScorecardRequest request)
    {
        var table = request.Table;
        if (request.MaxAttributes is < 1 or > 40)
        {
            return Result.Refused<IReadOnlyList<string>>(ScorecardChecks.Attributes(request.MaxAttributes));
        }

        (string Name, string Where)[] named =
        [
            .. (request.Ignore ?? []).Select(name => (name, "--ignore")),
            .. (request.Directions?.Keys ?? []).Select(name => (name, "--monotone")),
            .. new[] { (request.AccountField, "--account"), (request.DateField, "--date") }.Where(each => each.Item1 is not null).Select(each => (each.Item1!, each.Item2)),
        ];
        var unknown = named.Where(each => table.Find(each.Name) is null).Select(each => ScorecardChecks.NoSuchField(each.Name, each.Where)).ToArray();
        if (unknown.Length > 0)
        {
            return Result.Refused<IReadOnlyList<string>>(unknown);
        }

        var left = new HashSet<string>((request.Ignore ?? []).Append(request.TargetField).Append(request.AccountField ?? request.TargetField).Append(request.DateField ?? request.TargetField), StringComparer.Ordinal);
        // Of an as-of table only what describes the company: owners and persons speak through buyability, which is asked.
        var company = request.View is { } view ? ProveView.FieldsOf(view).ToHashSet(StringComparer.Ordinal) : null;
        IReadOnlyList<string> names = [.. table.Columns.Select(column => column.Name).Where(name => !left.Contains(name) && company?.Contains(name) != false)];
        return names.Count > 0 ? Result.Accepted(names) : Result.Refused<IReadOnlyList<string>>(ScorecardChecks.NothingToLearn(0));
    }
}
