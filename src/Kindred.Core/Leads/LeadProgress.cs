using Kindred.Core.Basics;

namespace Kindred.Core.Leads;

/// <summary>How far people have come with a lead.</summary>
public enum LeadPhase
{
    /// <summary>Nobody was given it.</summary>
    Free,

    /// <summary>In an owner's queue.</summary>
    Queued,

    /// <summary>In a queue without its score, and not judged yet.</summary>
    Blind,

    /// <summary>Somebody has it.</summary>
    Taken,

    /// <summary>Somebody passed on it.</summary>
    Passed,
}

/// <summary>Where a lead stands by the decision log.</summary>
/// <param name="Phase">How far it has come.</param>
/// <param name="By">Whose queue, or who decided; null for nobody named.</param>
/// <param name="Since">Since when; null while free.</param>
/// <param name="Reason">Why it was passed; null otherwise.</param>
public sealed record LeadProgress(LeadPhase Phase, string? By, DateTimeOffset? Since, PassReason? Reason)
{
    /// <summary>Days after which a lead passed for its timing comes back, unless set otherwise.</summary>
    public const int DefaultTimingDays = 90;

    /// <summary>Not in the log.</summary>
    public static LeadProgress Free { get; } = new(LeadPhase.Free, null, null, null);

    /// <summary>True until somebody has judged it: nobody is shown its score.</summary>
    public bool IsBlind => Phase == LeadPhase.Blind;

    /// <summary>True for a lead somebody took or passed.</summary>
    public bool IsDecided => Phase is LeadPhase.Taken or LeadPhase.Passed;

    /// <summary>The day a lead passed for its timing comes back to the queue; null for others.</summary>
    public DateOnly? ReturnsOn(int timingDays) => Phase == LeadPhase.Passed && Reason == PassReason.Timing && Since is { } since ? Day(since).AddDays(timingDays) : null;

    /// <summary>"passed by Kim on 2026-11-21: timing"; null where nothing is decided.</summary>
    public Wording? Words() => (Phase, Since) switch
    {
        (LeadPhase.Taken, { } since) => new($"{By ?? "누군가"}{Conditions.KoreanParticle.Subject(By ?? "누군가")} {Format.Date(Day(since))}에 맡았어요", $"taken by {By ?? "somebody"} on {Format.Date(Day(since))}"),
        (LeadPhase.Passed, { } since) => new(
            $"{By ?? "누군가"}{Conditions.KoreanParticle.Subject(By ?? "누군가")} {Format.Date(Day(since))}에 넘겼어요" + (Reason is { } ko ? ": " + PassReasons.Label(ko).Ko : ""),
            $"passed by {By ?? "somebody"} on {Format.Date(Day(since))}" + (Reason is { } en ? ": " + PassReasons.Label(en).En : "")),
        _ => null,
    };

    /// <summary>The log of one lead, in its order → where it stands.</summary>
    internal static LeadProgress Of(IEnumerable<LeadEvent> ofLead)
    {
        var now = Free;
        foreach (var entry in ofLead)
        {
            now = entry.Kind switch
            {
                LeadEventKind.Taken when now.Phase == LeadPhase.Taken && now.By == entry.By => now,
                LeadEventKind.Taken => new(LeadPhase.Taken, entry.By, entry.At, null),
                LeadEventKind.Passed => new(LeadPhase.Passed, entry.By, entry.At, entry.Reason is { } code && PassReasons.Read(code).TryGet(out var reason, out _) ? reason : null),

                // Whoever has a lead keeps it: only a decision takes it away.
                _ when now.Phase == LeadPhase.Taken => now,
                LeadEventKind.Queued => new(LeadPhase.Queued, entry.By, entry.At, null),
                LeadEventKind.Explored => new(LeadPhase.Blind, entry.By, entry.At, null),
                LeadEventKind.Held when now.Phase != LeadPhase.Passed => Free,
                _ => now,
            };
        }

        return now;
    }

    /// <summary>The day as it was where it happened.</summary>
    internal static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.DateTime);
}
