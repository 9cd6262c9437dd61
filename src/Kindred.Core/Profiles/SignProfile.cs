using Kindred.Core.Basics;

namespace Kindred.Core.Profiles;

/// <summary>A role that signs profiles: data, so that others can be added.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Label">For people.</param>
/// <param name="IsNeeded">Whether the profile waits for it.</param>
public sealed record SigningRole(string Code, Wording Label, bool IsNeeded);

/// <summary>Writes down who agrees with a version. Signing again replaces the role's signature.</summary>
public static class SignProfile
{
    /// <summary>Sales and marketing sign; product and customer success may.</summary>
    public static IReadOnlyList<SigningRole> Roles { get; } =
    [
        new("sales", new("영업", "Sales"), true),
        new("marketing", new("마케팅", "Marketing"), true),
        new("product", new("제품", "Product"), false),
        new("customer-success", new("고객 성공", "Customer success"), false),
    ];

    /// <summary>The same version with the signature.</summary>
    /// <param name="document">The profile.</param>
    /// <param name="version">The version that was looked at.</param>
    /// <param name="role">Code of a role.</param>
    /// <param name="by">Who.</param>
    /// <param name="on">When.</param>
    /// <returns>The document; refused: <c>profiles.version-moved</c>, <c>profiles.unknown-role</c>.</returns>
    public static Result<ProfileDocument> Run(ProfileDocument document, int version, string role, string by, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (VersionChecks.Moved(document, version) is { } moved)
        {
            return Result.Refused<ProfileDocument>(moved);
        }

        return Roles.Any(known => known.Code == role)
            ? Result.Accepted(document with { SignOffs = [.. document.SignOffs.Where(other => other.Role != role), new SignOff(role, by, on)] })
            : Result.Refused<ProfileDocument>("profiles.unknown-role", role,
                $"'{role}' 역할은 동의를 적을 수 없어요. 쓸 수 있는 역할: {string.Join(", ", Roles.Select(known => known.Code))}.", $"'{role}' is no role that signs. Roles: {string.Join(", ", Roles.Select(known => known.Code))}.");
    }

    /// <summary>Whether there is anything to agree with: a profile that held up, or hypotheses to test.</summary>
    public static bool IsAsked(ProfileDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Verdict is not ("insufficient" or "no-pattern");
    }

    /// <summary>Roles a profile still waits for.</summary>
    public static IReadOnlyList<SigningRole> Pending(ProfileDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return [.. Roles.Where(role => role.IsNeeded && document.SignOffs.All(signed => signed.Role != role.Code))];
    }
}
