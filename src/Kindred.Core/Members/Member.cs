using Kindred.Core.Basics;

namespace Kindred.Core.Members;

/// <summary>Somebody who signs in. Kept after leaving, so that what they wrote stays with their name.</summary>
/// <param name="Id">Random name.</param>
/// <param name="Email">What they sign in with; no two members have the same.</param>
/// <param name="Name">What others read.</param>
/// <param name="Language">Language of their pages.</param>
/// <param name="CreatedAt">When they joined.</param>
public sealed record Member(MemberId Id, EmailAddress Email, string Name, Language Language, DateTimeOffset CreatedAt);
