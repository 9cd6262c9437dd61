using System.Text.Json;
using Kindred.Core.Basics;

namespace Kindred.Documents.Tracking;

/// <summary>The body of a beat: <c>{"v":"token","q":3,"t":7.5,"p":[[1,2.5,2.5,0]],"n":4,"e":0}</c>.</summary>
/// <param name="View">Signed token of the view.</param>
/// <param name="Sequence">Number within the view.</param>
/// <param name="ElapsedSeconds">Since the start, by the browser's clock.</param>
/// <param name="Pages">Seconds by page.</param>
/// <param name="Inputs">Trusted inputs.</param>
/// <param name="IsEnd">Goodbye.</param>
public sealed record BeatMessage(string View, int Sequence, double ElapsedSeconds, IReadOnlyList<BeatPage> Pages, int Inputs, bool IsEnd)
{
    private const double LongestSeconds = 86_400;

    /// <summary>Reads a body.</summary>
    /// <returns>The message; refused: <c>tracking.body</c>.</returns>
    public static Result<BeatMessage> Read(ReadOnlyMemory<byte> body)
    {
        if (body.Length > Beat.MostBytes)
        {
            return Wrong("too long");
        }

        try
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 4 });
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || root.GetProperty("p").GetArrayLength() > Beat.MostPages)
            {
                return Wrong("shape");
            }

            var pages = new List<BeatPage>();
            foreach (var entry in root.GetProperty("p").EnumerateArray())
            {
                var page = new BeatPage(entry[0].GetInt32(), entry[1].GetDouble(), entry[2].GetDouble(), entry[3].GetDouble());
                if (page.Page is < 1 or > Rendering.DocumentChecks.MaxPages || !(page.Active >= 0) || !(page.Visible >= page.Active) || !(page.Uncertain >= 0) || page.Visible + page.Uncertain > LongestSeconds)
                {
                    return Wrong("page");
                }

                pages.Add(page);
            }

            var read = new BeatMessage(root.GetProperty("v").GetString() ?? "", root.GetProperty("q").GetInt32(), root.GetProperty("t").GetDouble(), pages, Math.Clamp(root.GetProperty("n").GetInt32(), 0, 10_000), root.GetProperty("e").GetInt32() != 0);
            return read.Sequence is >= 1 and <= 1_000_000 && read.ElapsedSeconds is >= 0 and <= 7 * LongestSeconds && pages.Select(page => page.Page).Distinct().Count() == pages.Count ? Result.Accepted(read) : Wrong("numbers");
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            return Wrong("json");
        }
    }

    private static Result<BeatMessage> Wrong(string what) => Result.Refused<BeatMessage>("tracking.body", what, "읽을 수 없는 기록이에요.", "The body of the beat cannot be read.");
}
