using Kindred.Core.Basics;

namespace Kindred.Documents.Sharing;

/// <summary>What a reader is asked to do at the end.</summary>
/// <param name="Label">Words of the button.</param>
/// <param name="Url">Where it leads, also to book a time: http or https, stored here; an address of the request never becomes a target. Null: a form on the page takes a few words.</param>
public sealed record CallToAction(string Label, string? Url)
{
    /// <summary>Most characters of what a reader says in the form.</summary>
    public const int MostText = 2_000;

    /// <summary>Reads what was typed; null where both are empty.</summary>
    /// <returns>The button; refused: <c>links.cta-label</c>, <c>links.cta-url</c>.</returns>
    public static Result<CallToAction?> Read(string? label, string? url)
    {
        (label, url) = ((label ?? "").Trim(), (url ?? "").Trim());
        if (label.Length == 0 && url.Length == 0)
        {
            return Result.Accepted<CallToAction?>(null);
        }

        if (label.Length is 0 or > 60 || label.Any(char.IsControl))
        {
            return Result.Refused<CallToAction?>("links.cta-label", label, "버튼에 쓸 말을 1–60자로 적어 주세요.", "Give the button 1 to 60 characters of text.");
        }

        if (url.Length == 0)
        {
            return Result.Accepted<CallToAction?>(new CallToAction(label, null));
        }

        // Only what begins with a scheme and a host of its own; user names in addresses mislead readers.
        return url.Length <= 2_000 && !url.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || letter == '\\') && Uri.TryCreate(url, UriKind.Absolute, out var target)
            && (url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) && target.UserInfo.Length == 0 && target.Host.Length > 0
            ? Result.Accepted<CallToAction?>(new CallToAction(label, target.AbsoluteUri))
            : Result.Refused<CallToAction?>("links.cta-url", url, $"'{url}'은(는) 버튼이 갈 수 있는 주소가 아니에요. https://로 시작하는 주소를 적어 주세요.", $"'{url}' is no address a button may lead to. Give one that begins with https://.");
    }
}
