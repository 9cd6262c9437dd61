using Kindred.Core.Basics;

namespace Kindred.Core.Members;

/// <summary>Names of people and workspaces.</summary>
internal static class NameChecks
{
    private const int MaxLength = 100;

    /// <summary>Null when the name is one.</summary>
    internal static Reason? Check(string? name)
    {
        var length = (name ?? "").Trim().Length;
        return length is 0 or > MaxLength || name!.Any(char.IsControl) ? MemberChecks.NameInvalid(length, MaxLength) : null;
    }
}
