using Kindred.Core.Basics;

namespace Kindred.Core.Success;

/// <summary>A success story, told or to be told.</summary>
/// <param name="Account">Company index.</param>
/// <param name="IsTold">True where the activities of the CRM say so; false for a candidate by rule.</param>
/// <param name="Facts">What it rests on.</param>
public sealed record Story(int Account, bool IsTold, IReadOnlyList<Wording> Facts);

/// <summary>A customer that left and whose traits match the profile now.</summary>
/// <param name="Account">Company index.</param>
/// <param name="LeftOn">When it left.</param>
/// <param name="IsCore">True where it meets every core condition now; false where one or two differ but it has grown since it left.</param>
/// <param name="Changes">What changed since it left.</param>
public sealed record Returner(int Account, DateOnly LeftOn, bool IsCore, IReadOnlyList<Wording> Changes);
