namespace Kindred.Core.Notifications;

/// <summary>A mail to be sent, made complete before anything is sent.</summary>
/// <param name="Id">What it is, to whom: the same thing for the same person is one mail, whoever makes it. <c>note:2026-11-23/kim@example.com</c>.</param>
/// <param name="Subject">What it is about, as in the review log: <c>note:2026-11-23</c>.</param>
/// <param name="To">Address.</param>
/// <param name="Title">Subject line.</param>
/// <param name="Text">Plain text.</param>
public sealed record NewMail(string Id, string Subject, string To, string Title, string Text);

/// <summary>A mail of the outbox.</summary>
/// <param name="Mail">What it says.</param>
/// <param name="MessageId">Its Message-ID: the same at every try.</param>
/// <param name="MadeAt">When it was put there.</param>
/// <param name="State">Where it is.</param>
/// <param name="Attempts">Tries so far.</param>
/// <param name="NextAt">Not before.</param>
/// <param name="Fence">Counts who took it; a late one is refused.</param>
/// <param name="EndedAt">When it was sent or given up; null before.</param>
/// <param name="Said">What the last try met; null for nothing.</param>
public sealed record OutboxMail(NewMail Mail, string MessageId, DateTimeOffset MadeAt, MailState State, int Attempts, DateTimeOffset NextAt, long Fence, DateTimeOffset? EndedAt, string? Said);
