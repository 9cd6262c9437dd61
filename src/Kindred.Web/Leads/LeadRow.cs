using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Core.Profiles;
using Kindred.Core.Scorecards;
using Kindred.Core.Segments;
using Kindred.Product;
using Kindred.Reports;

namespace Kindred.Web.Leads;

/// <summary>A lead of the list.</summary>
/// <param name="Lead">Who.</param>
/// <param name="Score">Score, interval and state.</param>
/// <param name="Standing">How its company stands to the profile; null when it is not known.</param>
public sealed record LeadRow(LeadEntry Lead, RowScore Score, ClassifiedAccount? Standing)
{
    /// <summary>Where it stands by the decision log.</summary>
    public LeadProgress Progress { get; init; } = LeadProgress.Free;

    /// <summary>Engagement, 0–100; null where nothing is known about reading.</summary>
    public double? Engagement { get; init; }

    /// <summary>Why its interest is rising; null where it is not.</summary>
    public Wording? Rising { get; init; }

    /// <summary>True for an explored lead that nobody has judged yet: its score is shown nowhere.</summary>
    public bool IsBlind => Progress.IsBlind;

    /// <summary>Where its company stands; null without a profile.</summary>
    public GroupKind? Group => Standing is null ? null : Groups.Of(Standing.State);
}

/// <summary>What the list is narrowed to: everything in the address, so that every view can be linked.</summary>
/// <param name="State">Code of a score state.</param>
/// <param name="Owner">Owner.</param>
/// <param name="Days">Came in within so many days.</param>
/// <param name="Text">Part of the name, domain or id.</param>
/// <param name="Group">core, adjacent, regret, anti, outside.</param>
/// <param name="Page">Page of the list, 1 is the first.</param>
public sealed record LeadFilter(string? State, string? Owner, int? Days, string? Text, string? Group, int Page)
{
    /// <summary>Leads on a page.</summary>
    public const int Size = 50;

    /// <summary>Code of leads to be judged without their score, beside the codes of the score states.</summary>
    public const string Blind = "blind";

    /// <summary>mine (owned, queued or taken by me), free (nobody's), decided; null: everybody's.</summary>
    public string? Who { get; init; }

    /// <summary>engagement sorts by it; null by score.</summary>
    public string? Sort { get; init; }

    /// <summary>Name of whoever looks; null for a visitor.</summary>
    public string? Me { get; init; }

    /// <summary>Segment; null: any. A lead whose company is not known belongs to none.</summary>
    public FoundSegment? Segment { get; init; }

    /// <summary>Whether a lead is shown.</summary>
    public bool Fits(LeadRow row, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(row);
        return (State is null || (row.IsBlind ? Blind : ScoreStates.Code(row.Score.State)) == State)
            && (Who switch
            {
                "mine" => Me is not null && (row.Lead.Owner == Me || row.Progress.By == Me),
                "free" => row.Lead.Owner is null && row.Progress.Phase == LeadPhase.Free,
                "decided" => row.Progress.IsDecided,
                _ => true,
            })
            && (Segment?.Has(row.Lead.Account) ?? true)
            && (Owner is null || (row.Lead.Owner ?? "") == Owner)
            && (Days is not { } days || row.Lead.CreatedOn >= today.AddDays(-days))
            && (Group is null || (row.Standing is { } standing && WriteProfile.StateCode(standing.State) == Group))
            && (Text is null || row.Lead.Name.Contains(Text, StringComparison.OrdinalIgnoreCase) || (row.Lead.Domain?.Contains(Text, StringComparison.OrdinalIgnoreCase) ?? false) || row.Lead.Id.Contains(Text, StringComparison.OrdinalIgnoreCase));
    }
}

/// <summary>Groups of companies in the words of the charts.</summary>
public static class Groups
{
    /// <summary>The chart's group of a state.</summary>
    public static GroupKind Of(AccountState state) => state switch
    {
        AccountState.Core => GroupKind.Core,
        AccountState.Adjacent => GroupKind.Adjacent,
        AccountState.Regret => GroupKind.Regret,
        AccountState.Anti => GroupKind.Anti,
        _ => GroupKind.Outside,
    };
}

/// <summary>The list of leads.</summary>
/// <param name="Rows">Leads of this page.</param>
/// <param name="Found">Leads that fit the filter.</param>
/// <param name="All">All leads.</param>
/// <param name="Counts">Leads by state, over the filter without its state.</param>
/// <param name="Blind">Leads to be judged without their score, over the same.</param>
/// <param name="Owners">Every owner.</param>
/// <param name="Filter">What it is narrowed to.</param>
/// <param name="Card">The card in use.</param>
/// <param name="Today">The day the data speaks for.</param>
public sealed record LeadListModel(IReadOnlyList<LeadRow> Rows, int Found, int All, IReadOnlyDictionary<ScoreState, int> Counts, int Blind, IReadOnlyList<string> Owners, LeadFilter Filter, Scorecard Card, DateOnly Today)
{
    /// <summary>What was just done; null when nothing was.</summary>
    public Wording? Done { get; init; }
}

/// <summary>One lead in full.</summary>
/// <param name="Leads">The workspace's leads.</param>
/// <param name="Lead">Which.</param>
/// <param name="Receipt">Every point explained.</param>
/// <param name="Standing">How its company stands to the profile.</param>
/// <param name="Progress">Where it stands by the decision log.</param>
/// <param name="History">What was done with it, newest first.</param>
/// <param name="Answers">Answers people gave, in force.</param>
/// <param name="Done">What was just done; null when nothing was.</param>
/// <param name="Refusal">Why a form was not taken; null when it was.</param>
public sealed record LeadCardModel(LeadWorkspace Leads, LeadEntry Lead, LeadReceipt Receipt, ClassifiedAccount? Standing, LeadProgress Progress, IReadOnlyList<LeadEvent> History, IReadOnlyList<AnswerRecord> Answers, Wording? Done, LeadRefusal? Refusal)
{
    /// <summary>Success stories like its company; null where nothing is known of customers, or while it is to be judged blind.</summary>
    public Success.AccountSuccess? Success { get; init; }
}

/// <summary>A form of the lead card that was not taken.</summary>
/// <param name="Reasons">Why.</param>
/// <param name="Field">Field answered; null for a decision.</param>
/// <param name="Value">As typed.</param>
public sealed record LeadRefusal(IReadOnlyList<Reason> Reasons, string? Field, string? Value);

/// <summary>What the team's reasons to pass say.</summary>
/// <param name="Feedback">Against the profile, the matching and the calendar.</param>
/// <param name="Reasons">Leads by the reason they were passed for.</param>
public sealed record FeedbackModel(PassFeedbackResult Feedback, IReadOnlyList<(PassReason Reason, int Leads)> Reasons);
