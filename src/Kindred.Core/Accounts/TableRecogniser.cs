using Kindred.Core.Tables;

namespace Kindred.Core.Accounts;

/// <summary>Finds what a table is: every kind collects the weights of the headers it knows whose values fit; the file name and won/lost words add to it; the best kind that has what it needs wins.</summary>
internal static class TableRecogniser
{
    private const double Least = 3.0;

    public static TableMapping Recognise(SourceTable source)
    {
        var table = source.Table;
        var trials = KindRules.Kinds.Select(kind => Try(kind, source)).Where(trial => trial.Suffices).OrderByDescending(trial => trial.Score).ToArray();
        var best = trials.FirstOrDefault();
        var outcome = OutcomeFinder.Find(table);
        if (best is null || best.Score < Least)
        {
            return outcome is null ? Unknown(source) : Wide(source, outcome);
        }

        if (best.Kind == TableKind.Deals && outcome is not null && trials.FirstOrDefault(trial => trial.Kind == TableKind.Companies) is { } companies
            && !Array.Exists(best.Roles, pair => pair.Role is ColumnRole.Stage or ColumnRole.Amount or ColumnRole.ClosedOn or ColumnRole.Pipeline or ColumnRole.DealType))
        {
            best = companies; // A row per company with its outcome: nothing in it describes a deal.
        }

        var roles = best.Roles;
        if (outcome is not null && best.Kind == TableKind.Companies && roles[IndexOf(table, outcome.Column)].Role is ColumnRole.None or ColumnRole.Status or ColumnRole.Lifecycle)
        {
            roles[IndexOf(table, outcome.Column)] = (ColumnRole.Outcome, 0.9);
            best.Evidence.Add(outcome.Column + " ∈ {" + outcome.PositiveWord + ", …}");
        }

        var second = trials.Length > 1 ? trials[1].Score : 0.0;
        return Finish(source, best.Kind, best.Score / (best.Score + second), best.Evidence, roles);
    }

    /// <summary>The mapping of a table whose kind a person chose.</summary>
    public static TableMapping As(SourceTable source, TableKind kind)
    {
        if (kind is TableKind.Unknown or TableKind.Wide)
        {
            return kind == TableKind.Unknown ? Unknown(source) : Wide(source, OutcomeFinder.Find(source.Table));
        }

        var trial = Try(kind, source);
        return Finish(source, kind, 1.0, trial.Evidence, trial.Roles);
    }

    private static Trial Try(TableKind kind, SourceTable source)
    {
        var columns = source.Table.Columns;
        var roles = new (ColumnRole Role, double Confidence)[columns.Count];
        var taken = new Dictionary<ColumnRole, (int Column, double Weight)>();
        var evidence = new List<(string Header, double Weight)>();
        var known = new HashSet<ColumnRole>();
        var score = 0.0;
        for (var i = 0; i < columns.Count; i++)
        {
            if (ColumnLexicon.Find(kind, columns[i].Name) is not { } entry || !ColumnProbe.Fits(columns[i], entry.Role))
            {
                continue;
            }

            var empty = entry.Role != ColumnRole.None && ColumnProbe.IsEmpty(columns[i]);
            var weight = entry.Weight * entry.Confidence * (empty ? 0.5 : 1.0);
            evidence.Add((columns[i].Name, weight));
            if (entry.Role == ColumnRole.None)
            {
                score += weight;
                continue;
            }

            if (entry.Role == ColumnRole.Domain && taken.ContainsKey(ColumnRole.Domain))
            {
                roles[i] = (entry.Role, entry.Confidence); // Several columns may name the domain: the first that is filled counts.
            }
            else if (!taken.TryGetValue(entry.Role, out var before))
            {
                taken[entry.Role] = (i, weight);
                roles[i] = (entry.Role, entry.Confidence);
                score += weight;
            }
            else if (weight > before.Weight)
            {
                roles[before.Column] = default;
                taken[entry.Role] = (i, weight);
                roles[i] = (entry.Role, entry.Confidence);
                score += weight - before.Weight;
            }

            known.Add(entry.Role);
        }

        if (kind == TableKind.Invoices)
        {
            TakeTheBuyer(columns, roles);
        }

        var ends = kind == TableKind.Deals && StagesEnd(columns, roles);
        var file = KindRules.OfFileName(kind, source.Name);
        score += file + (ends ? 4.0 : 0.0) + (kind == TableKind.StageHistory && IsHistory(columns, roles) ? 5.0 : 0.0);
        var words = evidence.OrderByDescending(pair => pair.Weight).Take(5).Select(pair => pair.Header).ToList();
        if (file > 0)
        {
            words.Add(source.Name);
        }

        return new Trial(kind, score, KindRules.Suffices(kind, known, ends, file > 0), roles, words);
    }

    /// <summary>True when the stage or status column holds words for won and for lost.</summary>
    private static bool StagesEnd(IReadOnlyList<Column> columns, (ColumnRole Role, double)[] roles)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (roles[i].Role is ColumnRole.Stage or ColumnRole.Status && columns[i] is TextColumn text && text.Dictionary.Any(StageWords.IsWon) && text.Dictionary.Any(StageWords.IsLost)
                && (text.Length < 4 || text.Dictionary.Length - 1 < text.Length)) // Each stage once: a count per stage, not deals.
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Lists of tax invoices name the seller first (ourselves), the buyer after the buyer's number, both under "상호".</summary>
    private static void TakeTheBuyer(IReadOnlyList<Column> columns, (ColumnRole Role, double Confidence)[] roles)
    {
        var number = Array.FindIndex(roles, pair => pair.Role == ColumnRole.BusinessNumber);
        var name = Array.FindIndex(roles, pair => pair.Role == ColumnRole.CompanyName);
        if (number < 0 || name < 0 || name > number)
        {
            return;
        }

        for (var i = number + 1; i < columns.Count; i++)
        {
            if (ColumnLexicon.Find(TableKind.Invoices, columns[i].Name) is { Role: ColumnRole.CompanyName } entry)
            {
                roles[i] = (ColumnRole.CompanyName, entry.Confidence);
                roles[name] = default;
                return;
            }
        }
    }

    /// <summary>True when rows have an id of their own beside the deal's, or name a deal more than once: then they are changes, not deals.</summary>
    private static bool IsHistory(IReadOnlyList<Column> columns, (ColumnRole Role, double)[] roles)
    {
        var deal = Array.FindIndex(roles, pair => pair.Role == ColumnRole.DealKey);
        return deal >= 0 && (Array.Exists(roles, pair => pair.Role == ColumnRole.Key)
            || (columns[deal] is TextColumn text && text.Dictionary.Length - 1 < text.Length * 0.9)
            || (columns[deal] is NumberColumn numbers && numbers.ToArray().Distinct().Count() < numbers.Length * 0.9));
    }

    private static TableMapping Unknown(SourceTable source) =>
        Finish(source, TableKind.Unknown, 0.0, [], new (ColumnRole, double)[source.Table.Columns.Count]);

    private static TableMapping Wide(SourceTable source, OutcomeFinder.Found? outcome)
    {
        var trial = Try(TableKind.Companies, source);
        var evidence = new List<string>();
        if (outcome is not null)
        {
            trial.Roles[IndexOf(source.Table, outcome.Column)] = (ColumnRole.Outcome, 0.9);
            evidence.Add(outcome.Column + " ∈ {" + outcome.PositiveWord + ", …}");
        }

        return Finish(source, TableKind.Wide, 0.6, evidence, trial.Roles);
    }

    private static TableMapping Finish(SourceTable source, TableKind kind, double confidence, List<string> evidence, (ColumnRole Role, double Confidence)[] roles)
    {
        var people = kind == TableKind.Wide && !roles.Any(pair => pair.Role is ColumnRole.Name or ColumnRole.CompanyName or ColumnRole.Industry or ColumnRole.Employees or ColumnRole.Domain);
        var columns = source.Table.Columns.Select((column, i) =>
        {
            var (level, why) = LevelFinder.Of(kind, roles[i].Role, column, people);
            return new ColumnMapping(column.Name, roles[i].Role, roles[i].Confidence, level, why);
        });
        return new TableMapping(source.Name, kind, Math.Round(confidence, 3), evidence, [.. columns]);
    }

    private static int IndexOf(Table table, string column)
    {
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (table.Columns[i].Name == column)
            {
                return i;
            }
        }

        throw new ArgumentException("The table has no such column.", nameof(column));
    }

    private sealed record Trial(TableKind Kind, double Score, bool Suffices, (ColumnRole Role, double Confidence)[] Roles, List<string> Evidence);
}
