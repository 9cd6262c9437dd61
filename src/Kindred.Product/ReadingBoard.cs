using System.Runtime.CompilerServices;
using Kindred.Core.Accounts;
using Kindred.Core.Engagement;
using Kindred.Core.Leads;
using Kindred.Core.Profiles;

namespace Kindred.Product;

/// <summary>Everything about what people read, made once for a reading of a workspace: visits, readers, weights, engagement, rising interest.</summary>
public sealed class ReadingBoard
{
    private static readonly ConditionalWeakTable<AccountFacts, List<ReadingBoard>> Made = [];
    private readonly TrackedReading _tracked;
    private readonly IReadOnlyList<ClassifiedAccount> _standing;
    private readonly string _ignored;
    private readonly Lazy<ReadingWeights> _weights;
    private readonly Lazy<EngagementScores> _scores;
    private readonly Lazy<RisingStudy> _rising;
    private readonly Lazy<ReadingStudy> _study;
    private readonly Lazy<ILookup<int, Reader>> _byAccount;
    private readonly Lazy<ILookup<int, RisingGroup>> _risingOf;

    private ReadingBoard(AccountFacts facts, IReadOnlyList<ClassifiedAccount> standing, TrackedReading tracked, string ignored)
    {
        (_tracked, _standing, _ignored) = (tracked, standing, ignored);
        Book = ReadingBook.Of(facts, [.. tracked.Visits.Concat(ImportedVisits.Of(facts, OurTeam.Of(facts, OurTeam.Words(ignored))).Select(visit => Joined(visit, tracked))).OrderBy(visit => visit.At)], standing);
        _weights = new(() => ReadingWeights.Of(Book));
        _scores = new(() => EngagementScores.Of(Book, _weights.Value));
        _rising = new(() => RisingInterest.Run(Book));
        _study = new(() => StudyReading.Run(Book, ReadingFilter.None));
        _byAccount = new(() => Book.Readers.Where(reader => reader.Account >= 0).ToLookup(reader => reader.Account));
        _risingOf = new(RisingByAccount);
    }

    /// <summary>Readers and what became of them.</summary>
    public ReadingBook Book { get; }

    /// <summary>Weights of subjects.</summary>
    public ReadingWeights Weights => _weights.Value;

    /// <summary>Engagement.</summary>
    public EngagementScores Scores => _scores.Value;

    /// <summary>Groups by how far this month exceeds their own.</summary>
    public RisingStudy Rising => _rising.Value;

    /// <summary>What groups read, over everybody.</summary>
    public ReadingStudy Study => _study.Value;

    /// <summary>Whether there is a visit at all.</summary>
    public bool HasVisits => Book.Visits.Count > 0;

    /// <summary>The board of facts; the same facts give the same board.</summary>
    /// <param name="facts">Facts by company.</param>
    /// <param name="standing">How companies stand to the profile; empty without one.</param>
    /// <param name="tracked">Visits our own links tracked; none when null.</param>
    /// <param name="ignored">Domains and addresses that count nowhere, beside our own.</param>
    public static ReadingBoard Of(AccountFacts facts, IReadOnlyList<ClassifiedAccount> standing, TrackedReading? tracked = null, string ignored = "")
    {
        ArgumentNullException.ThrowIfNull(facts);
        tracked ??= TrackedReading.None;
        var kept = Made.GetOrCreateValue(facts);
        lock (kept)
        {
            var board = kept.Find(one => ReferenceEquals(one._tracked, tracked) && ReferenceEquals(one._standing, standing) && one._ignored == ignored);
            if (board is null)
            {
                board = new ReadingBoard(facts, standing, tracked, ignored);
                kept.Add(board);

                // The last ones only: an older profile or list of visits is not asked again.
                if (kept.Count > 2)
                {
                    kept.RemoveAt(0);
                }
            }

            return board;
        }
    }

    /// <summary>The board of a workspace as it is now; null when nothing is imported.</summary>
    public static ReadingBoard? Of(WorkspaceSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Facts is { } facts ? Of(facts, snapshot.Standing, snapshot.Tracked, snapshot.Settings.IgnoredReaders) : null;
    }

    /// <summary>Readers of a company.</summary>
    public IEnumerable<Reader> ReadersOf(int account) => account < 0 ? [] : _byAccount.Value[account];

    /// <summary>The rising groups a lead belongs to: its company is of the industry and knows somebody of the job.</summary>
    public IEnumerable<RisingGroup> RisingOf(LeadEntry lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        return lead.Account < 0 ? [] : _risingOf.Value[lead.Account];
    }

    /// <summary>Engagement of a lead.</summary>
    public EngagementReceipt Engagement(LeadEntry lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        return Scores.OfLead(lead.Account, lead.Email);
    }

    /// <summary>Visits of a lead's people, newest first, also those that count nowhere.</summary>
    public IReadOnlyList<ReadingVisit> VisitsOf(LeadEntry lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        return [.. Book.Visits.Where(visit => lead.Account >= 0 ? visit.Account == lead.Account : visit.Email is not null && string.Equals(visit.Email, lead.Email, StringComparison.OrdinalIgnoreCase)).Reverse()];
    }

    /// <summary>An imported visit of a document that is one of ours by its title is a visit of that document.</summary>
    private static ReadingVisit Joined(ReadingVisit visit, TrackedReading tracked) => tracked.DocumentOf.TryGetValue(visit.Title, out var id) ? visit with { Document = id } : visit;

    private ILookup<int, RisingGroup> RisingByAccount()
    {
        var rising = Rising.Rising;
        return Book.Facts.People.Where(person => person.Account >= 0 && rising.Count > 0)
            .SelectMany(person => rising.Where(group => Book.Facts.Companies[person.Account].Industry?.Sector == group.Sector && ReaderGroup.Of(person.Title).Job == group.Job).Select(group => (person.Account, group)))
            .Distinct().ToLookup(pair => pair.Account, pair => pair.group);
    }
}
