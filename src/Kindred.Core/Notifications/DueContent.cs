namespace Kindred.Core.Notifications;

/// <summary>What was made for a thing that is due.</summary>
/// <param name="Body">Body of its line in the review log, as JSON.</param>
/// <param name="Mails">Mails about it; none where nobody is to be told.</param>
public sealed record DueContent(string Body, IReadOnlyList<NewMail> Mails);
