using Kindred.Core.Basics;
using Kindred.Core.Workspaces;
using Microsoft.AspNetCore.Antiforgery;

namespace Kindred.Web.Hosting;

/// <summary>What happens when the world fails: logged once, shown with a reference number, never with a stack.</summary>
internal static class Failures
{
    /// <summary>ENOSPC of Unix; the runtime hands it through.</summary>
    private const int NoSpace = 28;

    public static void Use(WebApplication app) => app.Use(async (http, next) =>
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The browser went away; nobody reads an answer.
        }
        catch (Exception failure) when (!http.Response.HasStarted && Unreadable(failure) is { } status)
        {
            await ShowAsync(http, status == StatusCodes.Status413PayloadTooLarge
                ? new Reason("web.too-large", "body", new Wording("보낸 것이 너무 커요. 더 작은 파일로 나눠 주세요.", "What was sent is too large. Split it into smaller files."))
                : new Reason("web.bad-request", "body", new Wording("요청을 읽을 수 없었어요. 앞 화면으로 돌아가 다시 보내 주세요.", "The request could not be read. Go back and send it again.")), status, null);
        }
        catch (Exception failure) when (!http.Response.HasStarted)
        {
            var reference = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(4));
            Log.Failed(app.Logger, reference, http.Request.Method, http.Request.Path, failure);
            var world = ReasonOf(failure);
            await ShowAsync(http, world ?? new Reason("web.failed", http.Request.Path, new Wording("예상하지 못한 문제예요. 입력한 것은 저장되지 않았을 수 있어요. 다시 해 보고, 또 그러면 기록 번호를 알려 주세요.", "This was not foreseen. What you entered may not have been saved. Try again; if it happens again, quote the reference number.")), StatusOf(world), reference);
        }
    });

    public static Task NotFoundAsync(HttpContext http) => ShowAsync(http, new Reason("web.not-found", http.Request.Path, new Wording(
        $"'{http.Request.Path}'라는 화면은 없어요. 왼쪽 메뉴에서 골라 주세요.", $"There is no page '{http.Request.Path}'. Choose one from the menu.")), StatusCodes.Status404NotFound, null);

    /// <summary>Status of a request that cannot be read; null when that was not the trouble. Whoever looks for the token is the first to read a form, and wraps what goes wrong.</summary>
    private static int? Unreadable(Exception failure) => failure switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        AntiforgeryValidationException { InnerException: BadHttpRequestException bad } => bad.StatusCode,
        AntiforgeryValidationException or InvalidDataException => StatusCodes.Status400BadRequest,
        _ => null,
    };

    /// <summary>What the world is to blame for, in words; null for a fault of ours.</summary>
    private static Reason? ReasonOf(Exception failure) => failure switch
    {
        StorageException storage => storage.Reason,
        IOException { HResult: NoSpace } => new Reason("storage.disk-full", "disk", new Wording(
            "디스크가 가득 찼어요. 보낸 것은 저장하지 않았고 앞서 저장한 것은 그대로예요. 자리를 만들고 다시 보내 주세요.", "The disk is full. What you sent was not stored; what was stored before is kept. Make room and send it again.")),
        _ => null,
    };

    private static int StatusOf(Reason? world) => world?.Code switch
    {
        "storage.disk-full" => StatusCodes.Status507InsufficientStorage,
        "storage.workspace-locked" or "storage.busy" => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static async Task ShowAsync(HttpContext http, Reason reason, int status, string? reference)
    {
        http.Response.Clear();
        SecurityHeaders.Set(http);
        if (http.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal))
        {
            await Results.Problem(detail: reason.Message.En, statusCode: status, type: reason.Code, extensions: reference is null ? null : new Dictionary<string, object?> { ["reference"] = reference }).ExecuteAsync(http);
            return;
        }

        var request = await RequestAsync(http);
        await request.View<Shell.RefusalPage>(new RefusalModel([reason], status, reference), status).ExecuteAsync(http);
    }

    /// <summary>Who looks at the page, if that can still be found out: when people's own database fails, the page is shown to nobody in particular.</summary>
    private static async Task<PageRequest> RequestAsync(HttpContext http)
    {
        try
        {
            return (await PageRequest.OfAsync(http, RouteNeeds.Nothing, withSnapshot: false)).Request;
        }
        catch (Exception failure) when (failure is StorageException or IOException)
        {
            return PageRequest.OfNobody(http);
        }
    }
}
