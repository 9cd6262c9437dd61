using Kindred.Core.Basics;
using Kindred.Web.Shell;

namespace Kindred.Web.Hosting;

/// <summary>Pages that say what happened and what to do.</summary>
internal static class Refusals
{
    /// <summary>Reasons, in the frame of the page where there is one.</summary>
    public static IResult Page(PageRequest request, IReadOnlyList<Reason> reasons, int status) => request.View<RefusalPage>(new RefusalModel(reasons, status), status);

    /// <summary>A page asked for without a session.</summary>
    public static IResult SignInFirst(PageRequest request) => PageRequest.GoTo(Urls.With(Urls.SignIn, ("back", request.Page.Path)));

    /// <summary>A form without a token of one of our pages.</summary>
    public static IResult NotOurForm(PageRequest request) => Page(request, [new Reason("web.form", request.Http.Request.Path, new Wording(
        "이 양식은 이 화면에서 보낸 것이 아니거나 너무 오래됐어요. 앞 화면으로 돌아가 새로 고친 뒤 다시 보내 주세요. 바뀐 것은 없어요.",
        "This form was not sent from one of these pages, or is too old. Go back, reload and send it again. Nothing was changed."))], StatusCodes.Status400BadRequest);

    /// <summary>A form whose session ended meanwhile: what was typed is kept.</summary>
    public static IResult SignInAndGoOn(PageRequest request, IFormCollection form) => request.View<SignInPage>(new SignInModel(null, "", request.Http.Request.Path, KeptForm.Of(request.Http.Request.Path, form)), StatusCodes.Status401Unauthorized);
}

/// <summary>Why a page is not shown.</summary>
/// <param name="Reasons">At least one.</param>
/// <param name="Status">Status of the answer.</param>
/// <param name="Reference">Number to find it in the log; null when nothing failed.</param>
public sealed record RefusalModel(IReadOnlyList<Reason> Reasons, int Status, string? Reference = null);
