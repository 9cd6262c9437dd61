using System.Text;
using System.Text.Json.Nodes;
using Kindred.Core.Basics;
using Kindred.Core.Reviews;
using Kindred.Reports;

namespace Kindred.Cli;

/// <summary>Reviews on the terminal, as JSON, and as the page for the board.</summary>
internal static class ReviewText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static int Show(ReviewDraft draft, ReviewBook? book, bool isInvented, string? board, bool isJson, Language language)
    {
        var review = book?.Find(ReviewBook.SubjectOf(draft.DueOn));
        var notice = isInvented ? InventedMark.Notice : null;
        if (board is not null)
        {
            var isMarkdown = Path.GetExtension(board).Equals(".md", StringComparison.OrdinalIgnoreCase);
            File.WriteAllText(board, isMarkdown ? ReviewReport.Markdown(draft, review, notice, language) : ReviewReport.Page(draft, review, notice, language).ToHtml(), Utf8);
            Console.Error.WriteLine(language == Language.Korean ? $"{board}에 썼어요." : $"Written to {board}.");
        }

        if (isJson)
        {
            Console.Out.Write(Json(draft, book, review));
            return ExitCode.Done;
        }

        if (notice is not null)
        {
            Console.WriteLine(notice.In(language));
        }

        Console.WriteLine(draft.Headline.In(language));
        Console.WriteLine(draft.Period.Why.In(language));
        foreach (var section in ReviewSection.Of(draft, review, language))
        {
            Console.WriteLine();
            Console.WriteLine(section.Heading);
            foreach (var sentence in section.Sentences)
            {
                Console.WriteLine("  " + sentence);
            }

            foreach (var row in section.Rows)
            {
                Console.WriteLine("  " + string.Join(" | ", row));
            }
        }

        Book(book, draft, language);
        return ExitCode.Done;
    }

    public static void Decided(ReviewFile review, bool isJson, Language language)
    {
        if (isJson)
        {
            Console.Out.Write(ReviewJson.WriteIndented(new { review.Subject, Decision = review.Decision?.Decision, review.Decision?.By, Pending = review.Pending.Select(role => role.Code), Next = review.Next?.Versions, InUse = review.Next?.IsAdopted ?? false }));
            return;
        }

        Console.WriteLine($"{Format.Date(review.DueOn)}: {review.Words.In(language)}");
        Next(review, language);
        if (review.Pending.Count > 0)
        {
            Console.WriteLine((language == Language.Korean ? "서명을 기다려요: " : "Waits for the signature of: ") + string.Join(", ", review.Pending.Select(role => role.Label.In(language))));
        }
    }

    private static void Next(ReviewFile review, Language language)
    {
        foreach (var sentence in review.Next?.Versions.Sentences ?? [])
        {
            Console.WriteLine("  " + sentence.In(language));
        }

        if (review.Next is { IsAdopted: true, Versions.ProfileVersion: { } version })
        {
            Console.WriteLine("  " + (language == Language.Korean ? $"고객상 v{Format.Whole(version)}을(를) 쓰고 있어요." : $"Profile v{Format.Whole(version)} is in use."));
        }
    }

    private static string Json(ReviewDraft draft, ReviewBook? book, ReviewFile? review)
    {
        var json = JsonNode.Parse(ReviewJson.Write(draft))!.AsObject();
        if (book is not null)
        {
            json["review"] = review is null ? null : JsonNode.Parse(ReviewJson.Write(new { review.Subject, Answers = review.Answers.Values.Select(answer => answer.Answer), Decision = review.Decision?.Decision, Pending = review.Pending.Select(role => role.Code), Next = review.Next?.Versions }));
            json["closed"] = JsonNode.Parse(ReviewJson.Write(book.Reviews.Where(one => one.IsClosed).Select(one => new { one.Subject, one.Decision!.Decision.Kind, one.Decision.By, Pending = one.Pending.Select(role => role.Code), Next = one.Next?.Versions, InUse = one.Next?.IsAdopted ?? false })));
        }

        return json.ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
    }

    private static void Book(ReviewBook? book, ReviewDraft draft, Language language)
    {
        var ko = language == Language.Korean;
        Console.WriteLine();
        Console.WriteLine(ko ? $"점검일 {Format.Date(draft.DueOn)} ({ReviewDays.Words(draft.DueOn, draft.DraftedOn).Ko}), 그다음 {Format.Date(draft.NextDueOn)}" : $"Due {Format.Date(draft.DueOn)} ({ReviewDays.Words(draft.DueOn, draft.DraftedOn).En}), then {Format.Date(draft.NextDueOn)}");
        foreach (var closed in book?.Reviews.Where(one => one.IsClosed) ?? [])
        {
            var pending = closed.Pending.Count == 0 ? "" : (ko ? "; 서명을 기다려요: " : "; waits for: ") + string.Join(", ", closed.Pending.Select(role => role.Label.In(language)));
            Console.WriteLine($"{Format.Date(closed.DueOn)}  {closed.Words.In(language)}{pending}");
            Next(closed, language);
        }
    }
}
