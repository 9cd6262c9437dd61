namespace Kindred.Core.Members;

/// <summary>A session that just began.</summary>
/// <param name="Session">As stored.</param>
/// <param name="Token">For the browser's cookie; this is the only time it is known.</param>
public sealed record StartedSession(Session Session, Secret Token);
