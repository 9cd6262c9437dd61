namespace Kindred.Core.Leads;

/// <summary>The decision log and the answers people gave, by lead. Immutable.</summary>
public sealed class LeadLog
{
    private readonly Dictionary<string, LeadProgress> _progress;
    private readonly ILookup<string, AnswerRecord> _answers;
    private readonly ILookup<string, LeadEvent> _passes;

    /// <summary>Puts the records in order.</summary>
    public LeadLog(IReadOnlyList<LeadEvent> events, IReadOnlyList<AnswerRecord> answers)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(answers);
        AnswerCount = answers.Count;
        Events = [.. events.OrderBy(entry => entry.Id)];
        _progress = Events.GroupBy(entry => entry.Lead, StringComparer.Ordinal).ToDictionary(lead => lead.Key, LeadProgress.Of, StringComparer.Ordinal);
        _passes = Events.Where(entry => entry.Kind == LeadEventKind.Passed).ToLookup(entry => entry.Lead, StringComparer.Ordinal);
        _answers = answers.OrderBy(answer => answer.Id).GroupBy(answer => (answer.Lead, answer.Field)).Select(same => same.Last())
            .Where(answer => answer.Value is not null).ToLookup(answer => answer.Lead, StringComparer.Ordinal);
    }

    /// <summary>Nothing happened yet.</summary>
    public static LeadLog Empty { get; } = new([], []);

    /// <summary>The decision log in order.</summary>
    public IReadOnlyList<LeadEvent> Events { get; }

    /// <summary>Answers ever given or taken back.</summary>
    public int AnswerCount { get; }

    /// <summary>Where a lead stands.</summary>
    public LeadProgress Of(string lead) => _progress.GetValueOrDefault(lead, LeadProgress.Free);

    /// <summary>Every lead in the log with where it stands.</summary>
    public IReadOnlyDictionary<string, LeadProgress> Progress => _progress;

    /// <summary>Answers in force for a lead: the last one a field, none where it was taken back.</summary>
    public IEnumerable<AnswerRecord> Answers(string lead) => _answers[lead];

    /// <summary>Whether anything was answered about a lead or decided on it.</summary>
    public bool Knows(string lead) => _progress.ContainsKey(lead) || _answers.Contains(lead);

    /// <summary>Every time somebody passed on a lead, in order.</summary>
    public IEnumerable<LeadEvent> Passes(string lead) => _passes[lead];
}
