namespace InterviewPrep.Web.Features;

/// <summary>What is said of a failure, by its status: the same on the page with the site around it, on the plain one and in answers to scripts.</summary>
public static class ErrorWords
{
    public static string Title(int status) => status switch
    {
        400 => "请求有误",
        403 => "这里不能改动",
        404 => "没有找到这一页",
        405 => "不支持这种请求方式",
        409 => "刚刚变过了",
        413 => "内容太大",
        415 => "格式不支持",
        429 => "操作太频繁",
        503 => "暂时打不开",
        507 => "服务器的磁盘满了",
        _ => "服务器出错了",
    };

    public static string Advice(int status) => status switch
    {
        400 => "页面可能已经过期。请返回上一页，刷新后再试；写好的内容请先复制一份。",
        403 => "您可以看，但不能改。需要修改请联系老师或管理员。",
        404 => "地址可能写错了，或者内容已被移走，也可能不是您的。",
        409 => "这一步刚刚已经做过，或者别处先改了。请返回上一页，刷新后再看；写好的内容请先复制一份。",
        413 => "请删短内容，或换一个小一点的文件再试。",
        429 => "请稍等一分钟再试。",
        503 => "服务器现在连不上数据库，这一次什么也没有改。已保存的内容都在，过一会儿再试；正在作答的页面请不要关，它会自动再存。",
        507 => "这一次没有保存。已保存的内容都在；请告诉老师或管理员，腾出空间后再试。",
        405 or 415 => "请从页面上的按钮操作。",
        _ => "请稍后再试。已保存的内容都在。",
    };
}
