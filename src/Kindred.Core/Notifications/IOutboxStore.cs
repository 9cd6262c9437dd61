using Kindred.Core.Reviews;

namespace Kindred.Core.Notifications;

/// <summary>Keeps mails until they are sent. A mail and the line of the review log it belongs to are kept in one transaction.</summary>
public interface IOutboxStore
{
    /// <summary>Adds a line to the review log unless one of its subject and kind is there, and with it its mails.</summary>
    /// <returns>Whether it was added; if not, neither were the mails.</returns>
    Task<bool> AddOnceAsync(ReviewEntry entry, IReadOnlyList<NewMail> mails, CancellationToken ct);

    /// <summary>Takes the next mail that waits. A mail whose taker was never heard of again becomes <see cref="MailState.Unknown"/>, or is taken again where that cannot send it twice.</summary>
    /// <param name="lease">How long it is the taker's.</param>
    /// <param name="mayRepeat">Whether handing the same mail over twice leaves one.</param>
    /// <param name="ct">Stops.</param>
    Task<OutboxMail?> TakeAsync(TimeSpan lease, bool mayRepeat, CancellationToken ct);

    /// <summary>Writes down how a try ended.</summary>
    /// <param name="id">The mail.</param>
    /// <param name="fence">Of whoever took it.</param>
    /// <param name="state">Where it is now.</param>
    /// <param name="nextAt">Not before; for one that waits again.</param>
    /// <param name="said">What was met; null for nothing.</param>
    /// <param name="ct">Stops.</param>
    /// <returns>Whether the mail still was the taker's.</returns>
    Task<bool> EndAsync(string id, long fence, MailState state, DateTimeOffset nextAt, string? said, CancellationToken ct);

    /// <summary>A person asks for a mail that did not get out, or may not have, to be sent again.</summary>
    /// <returns>Whether there was one.</returns>
    Task<bool> RepeatAsync(string id, CancellationToken ct);

    /// <summary>The newest mails first.</summary>
    Task<IReadOnlyList<OutboxMail>> MailsAsync(int count, CancellationToken ct);
}
