using Kindred.Core.Basics;
using Kindred.Core.Members;

namespace Kindred.Documents.Sharing;

/// <summary>Makes links: one, or one for each person of a list.</summary>
public static class MakeLinks
{
    /// <summary>Most links made at once.</summary>
    public const int Most = 2_000;

    private const int MostLabel = 120;

    /// <summary>One link without a recipient.</summary>
    public static ShareLink One(string document, ShareOptions options, PasswordHash? password, string label, string? recipient, string? campaign, string? by, DateTimeOffset now) => new(
        Randomness.System.Name(), PublicTokens.New(Randomness.System), document, options, password, 1, Short(label), recipient?.ToLowerInvariant(), campaign is { Length: > 0 } ? Short(campaign) : null, now, by, null, 0);

    /// <summary>Reads a list of people: one a line, an address first or anywhere in it, other cells are the label.</summary>
    /// <returns>Address and label of each, each address once; refused: <c>links.recipients</c> with the line, <c>links.recipients-many</c>.</returns>
    public static Result<IReadOnlyList<(string Email, string Label)>> Read(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var wrong = new List<Reason>();
        var number = 0;
        foreach (var line in typed.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var cells = line.Split([',', ';', '\t', '<', '>'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(cell => cell.Trim('"', ' ', '\uFEFF')).Where(cell => cell.Length > 0).ToArray();
            if (cells.Length == 0)
            {
                continue;
            }

            if (cells.FirstOrDefault(cell => EmailAddress.Of(cell).IsAccepted) is not { } email)
            {
                // The first line may name the columns.
                if (number > 1)
                {
                    wrong.Add(new Reason("links.recipients", line, new Wording($"{Format.Whole(number)}번째 줄 '{line.Trim()}'에 이메일 주소가 없어요. 한 줄에 한 사람, 이메일을 꼭 적어 주세요.", $"Line {Format.Whole(number)}, '{line.Trim()}', has no e-mail address. One person a line, with an address.")));
                }

                continue;
            }

            found.TryAdd(EmailAddress.Of(email).Value.Key, string.Join(" · ", cells.Where(cell => cell != email)));
        }

        if (wrong.Count > 0)
        {
            return Result.Refused<IReadOnlyList<(string, string)>>(wrong.Take(5).ToArray());
        }

        return found.Count > Most
            ? Result.Refused<IReadOnlyList<(string, string)>>("links.recipients-many", Format.Whole(found.Count), $"한 번에 {Format.Grouped(Most)}명까지 만들 수 있어요. 지금은 {Format.Grouped(found.Count)}명이에요.", $"Up to {Format.Grouped(Most)} links at once; the list has {Format.Grouped(found.Count)} people.")
            : Result.Accepted<IReadOnlyList<(string, string)>>([.. found.Select(pair => (pair.Key, pair.Value))]);
    }

    private static string Short(string text) => UploadDocument.Clean(text) is { Length: > MostLabel } clean ? clean[..MostLabel] : UploadDocument.Clean(text);
}
