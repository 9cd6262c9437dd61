using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Leads;
using Kindred.Core.Profiles;
using Kindred.Core.Scorecards;
using Kindred.Core.Tables;
using Kindred.Storage;

namespace Kindred.Product;

/// <summary>Everything the verbs about leads need: leads, their companies as known now, the card in use, the profile.</summary>
/// <param name="Facts">Facts by company.</param>
/// <param name="Leads">Leads, newest first.</param>
/// <param name="Companies">Fields of every company; row i = company i.</param>
/// <param name="Card">The card in use.</param>
/// <param name="Standing">State of every company to the profile; empty without icp.json.</param>
/// <param name="Signals">Dated signals by company.</param>
public sealed record LeadWorkspace(AccountFacts Facts, IReadOnlyList<LeadEntry> Leads, Table Companies, Scorecard Card, IReadOnlyList<ClassifiedAccount> Standing, ILookup<int, LeadSignal> Signals)
{
    private Func<int, LeadEvidence, LeadReceipt>? _receipts;
    private IReadOnlyList<RowScore> _scores = [];
    private RowScore _unknownScore;
    private IReadOnlyDictionary<string, RowScore> _withoutLog = new Dictionary<string, RowScore>(StringComparer.Ordinal);

    /// <summary>Decision log and answers: they count in receipts.</summary>
    public LeadLog Log { get; init; } = LeadLog.Empty;

    /// <summary>What people read; null where it was not looked at.</summary>
    public ReadingBoard? Reading { get; init; }

    /// <summary>What engagement may count as on the card.</summary>
    public EngagementUse Use { get; init; }

    /// <summary>Names of fields for people, by field.</summary>
    public IReadOnlyDictionary<string, Wording> Labels { get; init; } = new Dictionary<string, Wording>();

    /// <summary>Fields of the profile's core conditions; null without a profile.</summary>
    public IReadOnlyList<string>? CoreFields { get; init; }

    /// <summary>Reads a workspace folder. Cards and profile lie beside the database.</summary>
    public static async Task<Result<LeadWorkspace>> ReadAsync(Workspace workspace, string folder, string? card, CancellationToken cancel)
    {
        if (!ScorecardFolder.Read(card ?? folder).TryGet(out var found, out var reasons) || !(await WorkspaceFacts.ReadAsync(workspace, folder, cancel)).TryGet(out var read, out reasons))
        {
            return Result.Refused<LeadWorkspace>(reasons);
        }

        var view = CompaniesNow.View(read.Facts);
        var companies = view.Table;
        var profile = File.Exists(Path.Combine(folder, "icp.json")) && ProfileFolder.Read(folder).TryGet(out var written, out _) ? written : null;
        var settings = WorkspaceSettings.Read(folder).TryGet(out var set, out _) ? set : WorkspaceSettings.Defaults;
        IReadOnlyList<ClassifiedAccount> standing = profile is not null ? LeadStanding.Of(profile, companies) : [];
        return Of(read.Facts, companies, found.Card, profile, standing) is { } leads
            ? Result.Accepted(await (leads with { Labels = LabelsOf(view.Fields), Reading = ReadingBoard.Of(read.Facts, standing, await TrackedReading.ReadAsync(workspace.Documents, read.Facts, settings.IgnoredReaders, cancel), settings.IgnoredReaders), Use = settings.Engagement }).WithLogAsync(workspace, cancel))
            : Result.Refused<LeadWorkspace>("leads.no-leads", folder,
                $"'{folder}'에 리드가 없어요. 리드 파일이나 아직 고객이 아닌 회사가 든 파일을 가져와 주세요.", $"There are no leads in '{folder}'. Import a leads file, or companies that are not customers yet.");
    }

    /// <summary>The leads of facts that were read already, without the log; null when there are none.</summary>
    public static LeadWorkspace? Of(AccountFacts facts, Table companies, Scorecard card, ProfileDocument? profile, IReadOnlyList<ClassifiedAccount> standing)
    {
        var leads = LeadBook.Of(facts);
        return leads.Count == 0 ? null : new LeadWorkspace(facts, leads, companies, card, standing, ReadSignals.Of(facts).ToLookup(signal => signal.Account))
        {
            CoreFields = profile is null ? null : [.. (profile.Core?.Conditions ?? []).Select(condition => condition.Field)],
        };
    }

    /// <summary>Names of fields for people.</summary>
    public static IReadOnlyDictionary<string, Wording> LabelsOf(IReadOnlyList<Field> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return fields.ToDictionary(field => field.Name, field => field.Label, StringComparer.Ordinal);
    }

    /// <summary>Makes every lead's receipt possible, or says why the card does not fit the data.</summary>
    public Result<LeadWorkspace> Scored()
    {
        // A lead whose company is unknown is a row without values.
        var nobody = new Table("nobody", [.. Companies.Columns.Select(column => (Column)new TextColumn(column.Name, CodeArray.Of(new byte[1], 1), [""]))], 1);
        var explain = new ExplainLead(Card);
        if (!explain.OverKnown(Companies).TryGet(out var known, out var reasons) || !explain.OverKnown(nobody).TryGet(out var unknown, out reasons) || !explain.Scores(Companies).TryGet(out var scores, out reasons))
        {
            return Result.Refused<LeadWorkspace>(reasons);
        }

        // Explaining keeps what it found about unknown fields: pages ask at the same time, so they take turns.
        var turn = new Lock();
        _receipts = (account, evidence) =>
        {
            lock (turn)
            {
                return account < 0 ? unknown(0, evidence) : known(account, evidence);
            }
        };
        _scores = scores;
        _unknownScore = unknown(0, LeadEvidence.None).Score;
        // Most leads of a long list have no record of their own: their score is the same until the files change.
        _withoutLog = (this with { Log = LeadLog.Empty }).ScoresNow();
        return Result.Accepted(this);
    }

    /// <summary>The receipt of a lead; after <see cref="Scored"/>.</summary>
    public LeadReceipt Receipt(LeadEntry lead) => _receipts!(lead.Account, Evidence(lead));

    /// <summary>What is known of a lead beside the files, as of the day the data speaks for.</summary>
    public LeadEvidence Evidence(LeadEntry lead) => LeadEvidence.Of(Card, lead.Id, Log, lead.Account >= 0 ? Signals[lead.Account] : [], Facts.AsOf,
        Use == EngagementUse.Off || Reading is null ? null : EngagementRule.Answers(Card, Use, Reading.Engagement(lead), Reading.ReadersOf(lead.Account), Facts.AsOf));

    /// <summary>Where a lead stands by the decision log.</summary>
    public LeadProgress ProgressOf(LeadEntry lead) => Log.Of(lead.Id);

    /// <summary>What the team's reasons to pass say.</summary>
    /// <returns>The feedback; refused: <c>leads.timing-days</c>.</returns>
    public Result<PassFeedbackResult> Feedback(DateOnly today, int timingDays) => PassFeedback.Run([.. Leads.Select(lead => new JudgedLead(lead, StandingOf(lead)?.State))], Log, CoreFields, today, timingDays, Labels);

    /// <summary>Score, interval and state of a lead without its receipt; after <see cref="Scored"/>.</summary>
    public RowScore Score(LeadEntry lead) => !Log.Knows(lead.Id) && _withoutLog.TryGetValue(lead.Id, out var known) ? known : ScoreNow(lead);

    /// <summary>The same leads with the decision log and the answers of now; for hosts that keep a reading.</summary>
    public async Task<LeadWorkspace> WithLogAsync(Workspace workspace, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return this with { Log = new LeadLog(await workspace.Leads.EventsAsync(null, cancel), await workspace.Leads.AnswersAsync(null, cancel)) };
    }

    /// <summary>"one condition from core: head count unknown"; null where there is nothing to say.</summary>
    public Wording? StandingWords(LeadEntry lead) => StandingOf(lead) is { } standing ? LeadStanding.Words(standing, Labels) : null;

    /// <summary>How a lead's company stands to the profile, or null.</summary>
    public ClassifiedAccount? StandingOf(LeadEntry lead) => lead.Account >= 0 && Standing.Count > 0 ? Standing[lead.Account] : null;

    /// <summary>Values of a lead by field of the card, answers and signals among them as in the receipt; null where unknown.</summary>
    public IReadOnlyDictionary<string, string?> Inputs(LeadEntry lead)
    {
        var evidence = Evidence(lead).Answers.ToDictionary(answer => answer.Field, StringComparer.Ordinal);
        return Card.Attributes.ToDictionary(attribute => attribute.Field, attribute =>
        {
            var answer = evidence.GetValueOrDefault(attribute.Field);
            return answer?.Origin == AnswerOrigin.Person ? answer.Value : FromFiles(lead, attribute.Field) ?? answer?.Value;
        }, StringComparer.Ordinal);
    }

    /// <summary>A record of a lead's score now.</summary>
    public ScoreRecord Record(LeadEntry lead, LeadReceipt receipt, string cardId, DateTimeOffset at) => new(
        0, lead.Id, cardId, Card.Version, receipt.Score.Score, receipt.Score.Low, receipt.Score.High, receipt.Score.Expected, ScoreStates.Code(receipt.Score.State),
        System.Text.Json.JsonSerializer.Serialize(Inputs(lead), Compact), at);

    private RowScore ScoreNow(LeadEntry lead) => Evidence(lead).Answers.Count > 0 ? Receipt(lead).Score : lead.Account < 0 ? _unknownScore : _scores[lead.Account];

    private Dictionary<string, RowScore> ScoresNow() => Leads.ToDictionary(lead => lead.Id, ScoreNow, StringComparer.Ordinal);

    private string? FromFiles(LeadEntry lead, string field) =>
        lead.Account >= 0 && Companies.Find(field) is { } column && (column is TextColumn text ? text.RawAt(lead.Account) : column.TextAt(lead.Account)) is { Length: > 0 } value ? value : null;

    private static readonly System.Text.Json.JsonSerializerOptions Compact = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
