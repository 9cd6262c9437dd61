using Kindred.Core.Basics;

namespace Kindred.Core.Members;

/// <summary>What somebody typed to get an account, checked as a whole: every reason at once.</summary>
internal static class NewAccount
{
    internal static Result<EmailAddress> Check(string email, string name, Secret password, params IReadOnlyList<string> otherNames)
    {
        var address = EmailAddress.Of(email);
        List<Reason> reasons = [.. address.Reasons];
        reasons.AddRange(new[] { name }.Concat(otherNames).Select(NameChecks.Check).OfType<Reason>());
        if (PasswordChecks.Check(password, address.IsAccepted ? address.Value : EmailAddress.Stored("?"), name) is { } bad)
        {
            reasons.Add(bad);
        }

        return reasons.Count == 0 ? address : Result.Refused<EmailAddress>(reasons);
    }
}
