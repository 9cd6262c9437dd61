namespace Kindred.Core.Notifications;

/// <summary>Hands mails over.</summary>
public interface IMailPost
{
    /// <summary>Whether there is a way to send.</summary>
    bool IsPossible { get; }

    /// <summary>Whether handing the same mail over twice leaves one.</summary>
    bool MayRepeat { get; }

    /// <summary>Hands a mail over; whatever goes wrong is an answer.</summary>
    Task<MailAnswer> SendAsync(OutboxMail mail, CancellationToken ct);
}

/// <summary>How handing over ended.</summary>
public enum MailOutcome
{
    /// <summary>Accepted.</summary>
    Sent,

    /// <summary>Surely not accepted; may work later.</summary>
    Later,

    /// <summary>Surely not accepted, and will not be.</summary>
    Refused,

    /// <summary>The connection broke after the text went out, or nobody answered: it may have been accepted.</summary>
    Unknown,
}

/// <summary>An answer of the post.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Said">What was met, without secrets; null for nothing.</param>
public sealed record MailAnswer(MailOutcome Outcome, string? Said);
