namespace Kindred.Core.Standards;

/// <summary>Reads Korean and English job titles, compound ones too ("CISO 겸 개발팀장"): words of titles.csv, longest first, each letter used once per kind.</summary>
public static class TitleReader
{
    private static readonly Lazy<(string Term, JobLevel Level)[]> Levels = new(() => [.. Terms("level").Select(pair => (pair.Term, Enum.Parse<JobLevel>(pair.Value)))]);

    private static readonly Lazy<(string Term, JobFunction Function)[]> Functions = new(() => [.. Terms("function").Select(pair => (pair.Term, Enum.Parse<JobFunction>(pair.Value)))]);

    /// <summary>What the title says; level Unknown and no functions when nothing is recognised.</summary>
    public static TitleReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var level = JobLevel.Unknown;
        var functions = new List<JobFunction>();
        var roles = new List<BuyingRole>();
        var parts = Parts(text).Select(part => (Text: part, Level: LevelOf(part))).ToArray();
        var highest = parts.Length == 0 ? JobLevel.Unknown : parts.Max(part => part.Level);
        foreach (var (part, own) in parts)
        {
            var partLevel = own == JobLevel.Unknown ? highest : own; // "총괄이사 / 영업": the second part names a function only.
            var partFunctions = FunctionsOf(part);
            level = partLevel > level ? partLevel : level;
            functions.AddRange(partFunctions.Where(function => !functions.Contains(function)));
            foreach (var role in partFunctions.Count == 0 ? RolesOf(null, partLevel) : partFunctions.SelectMany(function => RolesOf(function, partLevel)))
            {
                if (!roles.Contains(role))
                {
                    roles.Add(role);
                }
            }
        }

        roles.Sort();
        return new TitleReading(text, functions, level, roles);
    }

    /// <summary>A title whose meaning a person stated.</summary>
    /// <param name="text">As written.</param>
    /// <param name="function">What the work is about; null when the title does not say.</param>
    /// <param name="level">Level; Unknown when the title does not say.</param>
    public static TitleReading Of(string text, JobFunction? function, JobLevel level) => new(text, function is { } stated ? [stated] : [], level, [.. RolesOf(function, level)]);

    private static string[] Parts(string text) =>
        [.. text.Split([" 겸 ", "겸직", "/", ";", "|", "+"], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => Spelling.Words(part, "&-").Replace("r and d", "r&d", StringComparison.Ordinal))];

    private static JobLevel LevelOf(string part)
    {
        var found = JobLevel.Unknown;
        var rest = part;
        foreach (var (term, level) in Levels.Value)
        {
            var at = Spelling.IndexOfTerm(rest, term);
            if (at < 0)
            {
                continue;
            }

            rest = Blank(rest, at, term.Length);
            if (term is "assistant to" or "비서" or "executive assistant" or "assistant")
            {
                return JobLevel.Staff; // "Assistant to the CEO" is no CEO.
            }

            // "Product manager" names its level in a longer word; what is left may still raise it ("senior account manager, team lead").
            found = level > found ? level : found;
        }

        return found;
    }

    private static List<JobFunction> FunctionsOf(string part)
    {
        var found = new List<(int At, JobFunction Function)>();
        var rest = part.Replace("vice president", "", StringComparison.Ordinal); // A vice president of something is no president.
        foreach (var (term, function) in Functions.Value)
        {
            for (var at = Spelling.IndexOfTerm(rest, term); at >= 0; at = Spelling.IndexOfTerm(rest, term))
            {
                rest = Blank(rest, at, term.Length);
                if (found.TrueForAll(pair => pair.Function != function))
                {
                    found.Add((at, function));
                }
            }
        }

        found.Sort((left, right) => left.At.CompareTo(right.At));
        return found.ConvertAll(pair => pair.Function);
    }

    private static IEnumerable<BuyingRole> RolesOf(JobFunction? function, JobLevel level) => (function, level) switch
    {
        (JobFunction.Procurement, _) => [BuyingRole.Procurement],
        (JobFunction.Security or JobFunction.Legal, _) => [BuyingRole.TechnicalReview],
        (JobFunction.Technology, >= JobLevel.Director) => [BuyingRole.TechnicalReview],
        (JobFunction.Executive or JobFunction.Finance, >= JobLevel.VicePresident) => [BuyingRole.EconomicBuyer],
        (null, JobLevel.Chief) => [BuyingRole.EconomicBuyer],
        (_, JobLevel.Chief) => [BuyingRole.EconomicBuyer, BuyingRole.Champion],
        (_, >= JobLevel.Manager) => [BuyingRole.Champion],
        (null, JobLevel.Unknown) => [],
        _ => [BuyingRole.User],
    };

    private static string Blank(string text, int at, int length) => string.Concat(text.AsSpan(0, at), new string(' ', length), text.AsSpan(at + length));

    private static IEnumerable<(string Term, string Value)> Terms(string kind) => ReferenceFile.Rows("titles.csv")
        .Where(row => row[0] == kind)
        .SelectMany(row => row[2].Split('|').Select(term => (Term: Spelling.Words(term, "&-"), Value: row[1])))
        .OrderByDescending(pair => pair.Term.Length);
}
